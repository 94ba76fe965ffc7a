#!/bin/sh
# Goes back to the version before; the data stays as it is. Twice leads here again.
set -eu
code=${HANBIN_CODE:-/opt/hanbin}
[ -L "$code/previous" ] || { echo "没有上一版。There is no version before." >&2; exit 1; }
before=$(readlink "$code/previous")
ln -sfn "$(readlink "$code/current")" "$code/previous"
ln -sfn "$before" "$code/current"
echo "$code/current → $before"
echo "然后重启服务 · now restart it: systemctl restart 'hanbin-dashboard@*'"

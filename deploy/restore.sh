#!/bin/sh
# Puts a backup in the place of the data, which is kept beside it. Stop the service first.
#
#   systemctl stop 'hanbin-dashboard@*' && sh restore.sh hanbin-2026-11-27-023000.tgz
set -eu
kept=${1:?"恢复哪个备份 · which backup?"}
data=${HANBIN_DATA:-/srv/hanbin}
tar tzf "$kept" > /dev/null
mkdir -p "$data"
aside="$data/before-$(date +%Y-%m-%d-%H%M%S)"
mkdir "$aside"
for part in data .working; do
    [ ! -e "$data/$part" ] || mv "$data/$part" "$aside/$part"
done
tar xzf "$kept" -C "$data"
if [ "$(id -u)" = 0 ] && id hanbin > /dev/null 2>&1; then chown -R hanbin: "$data"; fi
echo "已恢复，原数据在 $aside · restored; what was there is in $aside"
echo "设置在 settings.toml.kept · the settings are in $data/settings.toml.kept"

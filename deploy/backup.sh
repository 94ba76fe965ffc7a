#!/bin/sh
# Keeps the data, what was accepted of it and the settings, in one file a day; also while it runs.
#
#   sh backup.sh /var/backups/hanbin
#
# The last thirty are kept; HANBIN_KEEP=90 keeps more.
set -eu
to=${1:?"存到哪个文件夹 · which folder?"}
data=${HANBIN_DATA:-/srv/hanbin}
settings=${HANBIN_SETTINGS:-/etc/hanbin/settings.toml}
umask 077
mkdir -p "$to"
kept="$to/hanbin-$(date +%Y-%m-%d-%H%M%S).tgz"
[ ! -e "$settings" ] || cp "$settings" "$data/settings.toml.kept"
# A file of .working that goes meanwhile is one that nobody needed (GNU tar then ends with 1).
(cd "$data" && tar czf "$kept.unfinished" --exclude='*.unfinished' \
    $(for part in data .working settings.toml.kept; do [ ! -e "$part" ] || echo "$part"; done)) \
    || [ $? -eq 1 ]
tar tzf "$kept.unfinished" > /dev/null
mv "$kept.unfinished" "$kept"
ls -1 "$to"/hanbin-*.tgz | sort -r | tail -n "+$((${HANBIN_KEEP:-30} + 1))" | xargs -r rm --
echo "$kept"

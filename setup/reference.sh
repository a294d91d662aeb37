#!/usr/bin/env bash
# Prints the reference of kashf's commands in Markdown, from the program's own --help, so that it cannot say anything else.
set -euo pipefail
cd "$(dirname "$0")/.."

export COLUMNS=100 NO_COLOR=1
kashf=.venv/bin/kashf
block() { printf '```\n%s\n```\n' "$1"; }

overview=$("$kashf" --help)
echo "# Commands"
echo
echo "Written by \`make docs\` from the program itself; do not edit."
echo
block "$overview"
for command in $(awk '/^Commands:/ {inside = 1; next} /^$/ {inside = 0} inside && /^  [a-z]/ {print $1}' <<<"$overview"); do
    help=$("$kashf" "$command" --help)
    printf '\n## %s\n\n' "$command"
    block "$help"
done

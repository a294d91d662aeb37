#!/usr/bin/env bash
# From a folder of files to cited answers, step by step. Called by: make demo [FILES=DIR] [QUERY=WORDS] [NAME=PERSON]
#
# Without FILES it makes an invented leak of 300 files about a siege and asks it about a man; with FILES it takes that folder
# and asks it what QUERY and NAME say, if they say anything. The case is made anew each time; the folder is only read.
set -euo pipefail
cd "$(dirname "$0")/.."

case=work/demo.case
kashf=.venv/bin/kashf
files=${FILES:-} query=${QUERY:-} name=${NAME:-}

say() { printf '\n%s\n' "$*"; }

# Prints the arguments as a person would type them.
quoted() {
    local word
    for word in "$@"; do
        if [[ $word == *[[:space:]\'\"\\\$\`\*\?]* ]]; then
            printf " '%s'" "${word//\'/\'\\\'\'}"
        else
            printf ' %s' "$word"
        fi
    done
}

# Lets the first lines through and counts the rest.
shorten() { awk 'NR <= 30 {print} END {if (NR > 30) printf "    ... and %d lines more\n", NR - 30}'; }

# Usage: step "CODES" COMMAND [ARGUMENT...]   runs one command of kashf; an exit code that is not among CODES ends the demo.
step() {
    local fine=" $1 " code=0
    shift
    printf '\n$ kashf%s\n' "$(quoted "$@")"
    "$kashf" "$@" | shorten || code=$?
    if [[ $fine != *" $code "* ]]; then
        echo "The demo ends here: kashf $1 ended with exit code $code." >&2
        exit "$code"
    fi
    last_code=$code
}

mkdir -p work
rm -rf "$case"
if [[ -n $files ]]; then
    files=${files/#\~/$HOME} # some shells hand a tilde on as it is
    [[ -d $files ]] || { echo "FILES=$files is not a folder" >&2 && exit 2; }
    channel=my-folder
    asked="0 1" # 1 is "nothing found"
else
    say "An invented leak: 300 letters, scans, registers, mails and archives, with its truth in work/siege/truth.json"
    rm -rf work/siege
    .venv/bin/python examples/siege/make.py --seed 1 --files 300 --out work/siege
    files=work/siege/files channel=courier query=الشمالي name="Abu Mohammed al-Shamali"
    asked="0" # what is asked of the invented leak is in it
fi

step "0" init "$case"

say "Every file is hashed before anything else, then read by a process that has no network and no other file."
step "0 3" add "$case" "$files" --from "$channel"
if [[ $last_code == 3 ]]; then
    say "Exit code 3 is 'partly done': some files are broken or locked. Each keeps its place in the totals, with a reason."
fi

say "found = done + partial + failed + duplicates + waiting, always:"
step "0" status "$case"

if [[ -n $query ]]; then
    step "$asked" find "$case" "$query" --limit 5
fi
if [[ $channel == courier ]]; then
    say "The same man in the other script:"
    step "0" find "$case" Shamali --limit 5
fi
if [[ -n $name ]]; then
    say "How often does he stand in the files? Spellings of both scripts count; a copy is not a second witness:"
    step "$asked" count "$case" "$name"
fi

if [[ -n $name ]]; then
    say "Who else is in the files, in any script? Spellings of one name are one line:"
    step "$asked" names "$case" --type PER --limit 8

    say "Who stands in the same documents as he does, and how likely is that by accident?"
    step "0 1" network "$case" --about "$name" --limit 5
fi

step "$asked" copies "$case"

say "Letters as what they say: who wrote to whom, when, and what was to be done. Numbers and days read off scans are unseen until somebody looks:"
step "0 1" letters "$case" --limit 3

say "What is not in the pile: numbers that are cited or missing, by office and year:"
step "0 1" registers "$case"

say "Who held which post when, and what was ordered under a code name:"
step "0 1" posts "$case"
step "0 1" operations "$case" --limit 5

say "Everything that was received is still what was received:"
step "0" verify "$case"

if [[ $channel == courier ]]; then
    say "Did orders come before events more often than by chance? A second invented example, with known truth:"
    step "0" precedence --orders examples/precedence/coordinated.csv --events examples/precedence/events.csv --html work/precedence.html
fi

say "Look at it in the browser, or ask it something else:"
echo "    $kashf serve $case"
echo "    $kashf find $case 'WORDS'"
echo "    $kashf count $case 'NAME'"

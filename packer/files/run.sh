# What the scripts share. With DRY_RUN=1 commands are printed, not run, and files are put under ROOT.

run() {
  if [[ ${DRY_RUN:-0} == 1 ]]; then
    printf '%s\n' "$*"
  else
    "$@"
  fi
}

# has NAME: whether the command is there; PRETEND names one that a dry run takes for granted.
has() {
  if [[ ${DRY_RUN:-0} == 1 ]]; then
    [[ ${PRETEND:-} == "$1" ]]
  else
    command -v "$1" >/dev/null
  fi
}

# put FILE PLACE: installs a file, owned by root and read by all.
put() {
  install -D --mode=644 "$1" "${ROOT:-}$2"
}

/** Shells that completion is written for. */
export type Shell = 'bash' | 'zsh' | 'fish'

/** What a shell runs to ask; it stands before all commands, so that nothing but the completion is loaded. */
export const askingWord = '__complete'

/** The script that a shell reads to complete `cfstack`. Without an answer of ours the shell offers files. */
export const shellScripts: Readonly<Record<Shell, string>> = {
  bash: `_cfstack() {
  local IFS=$'\\n'
  COMPREPLY=($(cfstack ${askingWord} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _cfstack cfstack
`,
  zsh: `#compdef cfstack
_cfstack() {
  local -a found
  local word about
  while IFS=$'\\t' read -r word about; do
    found+=("\${word//:/\\\\:}\${about:+:$about}")
  done < <(cfstack ${askingWord} "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe cfstack found; else _files; fi
}
if [[ "\${funcstack[1]}" == _cfstack ]]; then _cfstack "$@"; else compdef _cfstack cfstack; fi
`,
  fish: `function __cfstack_complete
  set -l words (commandline -opc) (commandline -ct)
  cfstack ${askingWord} $words[2..-1] 2>/dev/null
end
function __cfstack_is_silent
  test -z (__cfstack_complete | string collect)
end
complete -c cfstack -f
complete -c cfstack -a '(__cfstack_complete)'
complete -c cfstack -n __cfstack_is_silent -F
`,
}

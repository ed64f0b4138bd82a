# SPDX-License-Identifier: MIT
# Completion of ssem for bash. Options are those that ssem itself tells of.
_ssem()
{
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} words=
  local commands='run check trace view tube asm dis stimulus help'

  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ] ||
     { [ "$COMP_CWORD" -eq 2 ] && [ "$command" = help ]; }; then
    words=$commands
  else
    case $before in
    --level | --levels | --ahead) words='isa serial waves rtl gates' ;;
    --grain) words='digit order' ;;
    --compare) words='digit boundary' ;;
    --engine) words='translate interpret' ;;
    --beats) words='S1 A1 S2 A2' ;;
    --display) words='S A C' ;;
    --digit-order) words='0-first 31-first' ;;
    *) case $word in
       -*) words=$("${COMP_WORDS[0]}" help "$command" 2>/dev/null |
                   grep -o -e '--[a-z][a-z-]*' | sort -u) ;;
       esac ;;
    esac
  fi
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _ssem ssem

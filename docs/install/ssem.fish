# SPDX-License-Identifier: MIT
# Completion of ssem for fish. Options are those that ssem itself tells of.
function __ssem_options
    set -l words (commandline -opc)
    $words[1] help $words[2] 2>/dev/null | string match -ra -- '--[a-z][a-z-]*' | sort -u
end
function __ssem_after
    contains -- (commandline -opc)[-1] $argv
end
complete -c ssem -n 'test (count (commandline -opc)) -eq 1' -f -a 'run check trace view tube asm dis stimulus help'
complete -c ssem -n 'test (count (commandline -opc)) -ge 2; and string match -q -- "-*" (commandline -ct)' -f -a '(__ssem_options)'
complete -c ssem -n '__ssem_after --level --levels --ahead' -f -a 'isa serial waves rtl gates'
complete -c ssem -n '__ssem_after --grain' -f -a 'digit order'
complete -c ssem -n '__ssem_after --compare' -f -a 'digit boundary'
complete -c ssem -n '__ssem_after --engine' -f -a 'translate interpret'
complete -c ssem -n '__ssem_after --beats' -f -a 'S1 A1 S2 A2'
complete -c ssem -n '__ssem_after --display' -f -a 'S A C'
complete -c ssem -n '__ssem_after --digit-order' -f -a '0-first 31-first'

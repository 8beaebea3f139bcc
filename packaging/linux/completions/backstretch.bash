# bash completion for backstretch
_backstretch() {
    local word=${COMP_WORDS[COMP_CWORD]} words=""
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "score check history export import draw sheet doctor help -h --help -V --version" -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
        score) words="--json" ;;
        check) words="" ;;
        history) words="--week --json" ;;
        export) words="--decimal-comma" ;;
        import) words="" ;;
        draw) words="--phase --at --view --gentler --range --side --figure --dark --size" ;;
        sheet) words="--gentler --range --side --figure" ;;
        doctor) words="--json" ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _backstretch backstretch

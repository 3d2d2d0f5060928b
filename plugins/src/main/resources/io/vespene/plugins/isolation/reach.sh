# Finds and signals the processes of one build among those of the user that runs this.
#
# Arguments: list | TERM | KILL, then the build's cookie or "*" for all processes of this user, then
# the ids of processes that are known to be the build's.
#
# Only what the shell does by itself is used: a user who may have no more processes can still run it.
action=$1
cookie=$2
shift 2
known=" $* "

# Whether process $1 was started with text $2 in its environment.
carries() {
  while IFS= read -r text || [ -n "$text" ]; do
    case $text in *"$2"*) return 0 ;; esac
    text=
  done < "/proc/$1/environ"
  return 1
}

# Sets parent, group, session and state of process $1.
look_at() {
  IFS= read -r stat < "/proc/$1/stat" || return 1
  # The name in parentheses may hold anything, nothing after it can.
  # shellcheck disable=SC2086
  set -- ${stat##*)}
  state=$1 parent=$2 group=$3 session=$4
}

is_ours() {
  [ "$cookie" != '*' ] || return 0
  case $known in *" $1 "*) return 0 ;; esac
  case $members in *" $parent "*) return 0 ;; esac
  case $sessions in *" $session "*) return 0 ;; esac
  [ "$2" != first ] || carries "$1" "$cookie"
}

# Sets members, and groups that hold nothing but members.
collect() {
  members=' ' groups=' ' sessions=' ' round=first
  while :; do
    before=$members
    for directory in /proc/[0-9]*; do
      pid=${directory#/proc/}
      case $members in *" $pid "*) continue ;; esac
      [ -O "$directory" ] || continue
      look_at "$pid" || continue
      if [ "$state" = Z ] || [ "$session" = "$own_session" ]; then continue; fi
      # What serves the script is not asked to end.
      if [ "$action" = TERM ] && carries "$pid" VESPENE_BESIDE=; then continue; fi
      if is_ours "$pid" "$round"; then
        members="$members$pid "
        sessions="$sessions$session "
        case $groups in *" $group "*) ;; *) groups="$groups$group " ;; esac
      fi
    done
    round=again
    [ "$members" != "$before" ] || return 0
  done
}

signal_groups() {
  for group in $groups; do
    kill -s "$1" -- "-$group"
  done
}

look_at "$$"
own_session=$session
{
  collect
  case $action in
    list) printf '%s\n' "$members" >&3 ;;
    TERM) signal_groups TERM ;;
    KILL)
      # Frozen first, again and again until nobody is new: then nothing can be started any more.
      frozen=
      while [ "$members" != "$frozen" ]; do
        frozen=$members
        signal_groups STOP
        collect
      done
      signal_groups KILL
      ;;
  esac
} 3>&1 > /dev/null 2>&1
exit 0

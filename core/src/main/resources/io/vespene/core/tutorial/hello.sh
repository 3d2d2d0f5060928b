#!/bin/sh
# A script like any other: whatever it prints is shown while it runs.

green='\033[32m' blue='\033[34m' bold='\033[1m' plain='\033[0m'

printf "${bold}Hello from Vespene!${plain}\n"
printf "This is build ${blue}%s${plain} of project ${blue}%s${plain}.\n" "$VESPENE_BUILD_ID" "$VESPENE_PROJECT"
printf "It runs as %s in %s\n\n" "$(id -un)" "$(pwd)"

for step in fetching compiling testing packaging; do
  printf "${blue}==>${plain} ${bold}%s${plain}\n" "$step"
  for part in 1 2 3 4 5 6 7 8 9 10; do
    # A carriage return instead of a newline: the line shows its last state.
    printf "\r    %3d%%" "$((part * 10))"
    sleep 0.3
  done
  printf "  ${green}done${plain}\n"
done

printf "\n${green}${bold}All went well.${plain} Now press start again, and stop it half way.\n"

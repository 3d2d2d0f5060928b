#!/bin/bash
# {{ project.name }}: release {{ release.version }} to {{ environment_name|upper }}
set -euo pipefail

readonly project='{{ project.name }}'
readonly version='{{ release.version }}'
readonly revision='{{ release.revision|truncate(10, true, '') }}'
readonly environment_name='{{ environment_name }}'
readonly workspace='{{ workspace|default('/srv/build') }}/{{ project.name }}'
readonly archive="$workspace/{{ project.name }}-{{ release.version }}.tar.gz"
readonly retries={{ retries|default(3) }}
readonly timeout={{ timeout * 60 }}

log() {
  printf '%s %s\n' "$(date -u +%FT%TZ)" "$*"
}

fail() {
  log "failed: $*" >&2
  exit 1
}

retry() {
  local attempt=1
  until "$@"; do
    if [ "$attempt" -ge "$retries" ]; then
      return 1
    fi
    attempt=$((attempt + 1))
    sleep "$attempt"
  done
}

cleanup() {
  rm -rf "$workspace/tmp"
}
trap cleanup EXIT

log "building {{ project.name }} {{ release.version }}"
mkdir -p "$workspace/tmp"
cd "$workspace"

# What the build needs
export BUILD_NUMBER={{ build.number }}
export BUILD_URL='{{ build.url }}'
export BUILD_USER='{{ build.user|lower }}'
export DATABASE_HOST='{{ database.host }}'
export DATABASE_PORT={{ database.port }}
export DATABASE_NAME='{{ database.name|replace('-', '_') }}'
export FEATURES='{{ features|join(',') }}'
export FEATURE_COUNT={{ features|length }}

if [ ! -d source ]; then
  retry git clone --quiet '{{ project.repository }}' source || fail "no source"
fi
git -C source fetch --quiet origin '{{ release.branch|default('main') }}'
git -C source checkout --quiet '{{ release.revision }}'

log "compiling"
(
  cd source
  ./configure --prefix=/opt/{{ project.name }}
  make -j 4
  make check
  make install DESTDIR="$workspace/tmp"
)

log "packing"
tar -C "$workspace/tmp" -czf "$archive" .
sha256sum "$archive" > "$archive.sha256"

# Where it goes
copy() {
  local host=$1
  local path=$2
  retry scp -q "$archive" "$host:$path/" || fail "cannot copy to $host"
}

restart() {
  local host=$1
  local service=$2
  ssh "$host" sudo systemctl restart "$service" || fail "cannot restart on $host"
}

{% for host in hosts %}
log "{{ loop.index }}: {{ host.name }}"
copy '{{ host.address }}' '{{ host.path }}'
restart '{{ host.address }}' '{{ host.service }}'
{% endfor %}

{% if notify %}
curl -fsS -X POST --data 'released {{ release.version }}' '{{ notify }}'
{% else %}
log "nobody is told"
{% endif %}

log "removing what is old"
find "$workspace" -name '*.tar.gz' -mtime +{{ keep_days }} -delete

exit 0

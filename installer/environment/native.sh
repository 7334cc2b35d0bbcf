# Hosts whose own packages are new enough (Debian 13, Ubuntu 26.04 and later): sourced by enter.
# shellcheck shell=bash disable=SC2154,SC2034

missing_packages() {
  comm -23 <(packages) <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' \
    | sed -n 's/^installed //p' | LC_ALL=C sort -u)
}

# Every package has a candidate, and Qt's is at least 6.8.
host_offers_all() {
  command -v apt-cache >/dev/null || return 1
  local policy qt
  policy=$(packages | LC_ALL=C xargs apt-cache policy 2>/dev/null)
  qt=$(sed -n '/^qt6-base-dev:/,/Candidate/s/^  Candidate: //p' <<<"$policy")
  [ -n "$qt" ] && dpkg --compare-versions "$qt" ge 6.8 || return 1
  [ "$(grep -c '^  Candidate: [^(]' <<<"$policy")" = "$(packages | wc -l)" ]
}

# A machine whose package index was never fetched knows no Qt at all.
host_index_is_empty() {
  command -v apt-cache >/dev/null && [ -z "$(apt-cache --names-only search '^qt6-base-dev$')" ]
}

host_serves() {
  if host_index_is_empty; then
    say 'asking the package index what this machine offers'
    as_root apt-get -q update >"$cache/apt.log" 2>&1 || true
  fi
  host_offers_all
}

prepare_native() {
  local missing
  missing=$(missing_packages)
  command -v bwrap >/dev/null || missing+=' bubblewrap'
  [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || missing+=' uidmap'
  [ -n "${missing// /}" ] || return 0
  say 'one to five minutes, once'
  # shellcheck disable=SC2086 # one word per package
  apt_install "$cache/apt.log" $missing
}

# Fills bwrap_arguments: the host as it is, with spools of our own for the mail server.
native_view() {
  mkdir -p "$cache/tiny"
  tiny=$cache/tiny
  bwrap_arguments=(--dev-bind / /)
  local directory
  for directory in /var/spool /var/mail; do
    [ ! -d "$directory" ] || bwrap_arguments+=(--tmpfs "$directory")
  done
}

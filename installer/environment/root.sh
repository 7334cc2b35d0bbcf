# Older hosts: a Debian 13 root directory, made once and entered. Sourced by enter.
# shellcheck shell=bash disable=SC2154,SC2034,SC2012

format=1 # raise when the way a root is made changes
suite=trixie
kept_roots=2

root_kind() { echo "$suite-$(dpkg --print-architecture 2>/dev/null || uname -m)-$format-$(id -u)"; }

# Prints the ready root that was used last and has every package asked for.
find_root() {
  local ready all=("$cache/$(root_kind)".*/.ready)
  [ ${#all[@]} -gt 0 ] || return 1
  while read -r ready; do
    [ -n "$(LC_ALL=C comm -23 <(packages) "$ready")" ] || { dirname -- "$ready"; return; }
  done < <(ls -1t -- "${all[@]}")
  return 1
}

# Sets root; makes one when none serves.
prepare_root() {
  root=$(find_root) && return
  exec 9>"$cache/lock" # held by every child too: nobody cleans up under a running build
  flock -n 9 || { say 'another run is making the root; waiting for it'; flock 9; }
  if ! root=$(find_root); then
    make_root
    prune_roots
  fi
  exec 9>&-
}

install_makers() {
  local need=()
  command -v bwrap >/dev/null || need+=(bubblewrap)
  if ! find_root >/dev/null; then
    command -v mmdebstrap >/dev/null || need+=(mmdebstrap)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || need+=(debian-archive-keyring)
    [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || need+=(uidmap)
  fi
  [ ${#need[@]} = 0 ] || apt_install "$cache/apt.log" "${need[@]}"
}

# host_mirror SUITE-SUFFIX: where this host takes the same part of Debian from. Prints nothing when
# it is no Debian or uses no plain HTTP mirror: mmdebstrap then knows the official one.
host_mirror() {
  local codename
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_CODENAME:-}") || return 0
  # shellcheck disable=SC2016 # apt's own placeholders
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
    | sed -n -E "s#^($codename|stable|oldstable)$1 (https?://)#\2#p" | head -n 1
}

# The three suites as lines of a sources.list; nothing leaves the choice to mmdebstrap.
mirror_lines() {
  local main security
  main=${SIPENDUDUK_MIRROR:-$(host_mirror '')}
  security=$(host_mirror -security)
  [ -n "$main" ] && [ -n "$security" ] || return 0
  printf 'deb %s %s main\n' "$main" "$suite" "$main" "$suite-updates" "$security" "$suite-security"
}

# The host's own way out (proxy, retries, clock rules) holds for the root as well.
host_apt_options() {
  command -v apt-config >/dev/null || return 0
  apt-config dump | grep -E '^Acquire::(http|https|Check-Valid-Until|Check-Date)\b' || true
}

make_root() {
  local new log=$cache/root.log started=$SECONDS sources settings box=()
  local leftover
  for leftover in "$cache"/new.*; do remove_root "$leftover"; done # of interrupted runs
  new=$(mktemp -d "$cache/new.XXXXXX")
  chmod 755 "$new"
  say "making the Debian 13 environment: once, 2 to 5 minutes, 2 GB in $cache (log: $log)"
  sources=$(mirror_lines)
  settings=$cache/apt.conf
  host_apt_options >"$settings"
  # In namespaces of its own that end with this script: a kill leaves neither processes nor mounts.
  [ "$identity" != mapped ] || box=("${map_users[@]:1}")
  box=(unshare "${box[@]}" --mount --pid --fork --kill-child --mount-proc)
  if ! setpriv --pdeathsig KILL "${box[@]}" \
    mmdebstrap --mode=root --variant=minbase --include="$(packages | paste -sd,)" \
      --aptopt="$settings" \
      --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
      --aptopt='Acquire::Retries "3"' \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      --dpkgopt='path-include=/usr/share/doc/*/copyright' \
      --dpkgopt='path-exclude=/usr/share/locale/*/LC_MESSAGES/*' \
      --dpkgopt='force-unsafe-io' \
      "$suite" "$new" ${sources:+"$sources"} >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    remove_root "$new"
    die "the Debian 13 environment could not be made; see $log"
  fi
  touch "$new/etc/hosts" "$new/etc/resolv.conf" # the host's are mounted over them
  packages >"$new/.ready"
  root=$cache/$(root_kind).$(packages | sha256sum | cut -c1-12)
  mv -T -- "$new" "$root" # atomic: a root under its final name is complete
  say "ready in $((SECONDS - started)) s"
}

# Keeps the roots used last: going back and forth between branches makes none again.
prune_roots() {
  local old
  ls -1dt -- "$cache/$suite"-*/.ready | tail -n "+$((kept_roots + 1))" | while read -r old; do
    # Whoever runs in a root holds a shared lock on it.
    if flock -n "$old" true; then remove_root "$(dirname -- "$old")"; fi
  done
}

# Never crosses a mount, never leaves the cache.
remove_root() {
  case $1 in "$cache"/?*) ;; *) die "refusing to remove $1" ;; esac
  as_identity rm -rf --one-file-system -- "$1"
}

# Fills bwrap_arguments: the root read-only, piece by piece on an empty /, so that any directory of
# the host can be mounted at its own path; the host's own directories beside it.
root_view() {
  local directory name
  tiny=/run/sipenduduk-tiny
  bwrap_arguments=(--tmpfs / --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc
    --tmpfs /usr/local --tmpfs /var --tmpfs /run --dir /var/lib --dir /var/cache --dir /var/log --dir /var/spool --dir /var/mail
    --dir /home --dir /root --dir "$tiny" --symlink /tmp /var/tmp --symlink /run /var/run)
  for name in bin sbin lib lib64; do bwrap_arguments+=(--symlink "usr/$name" "/$name"); done
  for directory in "$root"/var/lib/*/ "$root"/var/cache/*/; do
    directory=${directory%/}
    bwrap_arguments+=(--ro-bind "$directory" "${directory#"$root"}")
  done
  bwrap_arguments+=(--dev-bind /dev /dev --ro-bind-try /sys /sys --bind /tmp /tmp) # /tmp: X11 sockets
  for name in resolv.conf hosts; do
    bwrap_arguments+=(--ro-bind-try "/etc/$name" "/etc/$name")
  done
  host_directories
}

# Files that a person names work from wherever they are: /home, /media, /srv … as on the host.
host_directories() {
  local directory
  for directory in /*/; do
    directory=${directory%/}
    case $directory in
      /bin | /sbin | /lib | /lib[0-9x]* | /usr | /etc | /var | /proc | /sys | /dev | /run | /tmp) ;;
      /boot | /lost+found) ;;
      *) [ -L "$directory" ] || bwrap_arguments+=(--bind-try "$directory" "$directory") ;;
    esac
  done
  for directory in "$HOME" "$project" "$PWD" "$cache_home" "${XDG_RUNTIME_DIR:-}"; do
    case $directory in
      /var/?* | /run/?* | /usr/local/?*) bwrap_arguments+=(--bind-try "$directory" "$directory") ;;
      /usr/?* | /etc/?*) [ "$directory" != "$project" ] \
        || die "the project cannot be used from $project: move it to a home directory" ;;
    esac
  done
  [ ! -e "${XAUTHORITY:-/none}" ] || bwrap_arguments+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
}

# Shared by the scripts of this folder: sourced, not run.
# shellcheck shell=bash disable=SC2154

say() { printf 'environment: %s\n' "$*" >&2; }
die() { say "$*"; exit 125; }

# The packages asked for, sorted: the list, what options added, and what the user adds for himself.
packages() {
  {
    cat -- "${lists[@]}"
    tr ' ' '\n' <<<"${SIPENDUDUK_EXTRA_PACKAGES:-}"
  } | sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' | LC_ALL=C sort -u
}

# Runs a command as the machine's administrator.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "this needs root, and there is no sudo: run as root once: $*"
  fi
}

# apt_install LOG PACKAGE…
apt_install() {
  local log=$1; shift
  command -v apt-get >/dev/null || die "please install: $* (this script can only drive apt)"
  say "installing on this machine: $*"
  # A broken third-party source must not stop us: what matters is whether the install works.
  as_root apt-get -q -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 9>&- || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1 9>&- \
    || { tail -n 5 "$log" >&2; die "apt-get could not install them; see $log"; }
}

# How commands become root in namespaces of their own:
#   root    already are
#   mapped  a user namespace with subordinate ids: root inside, this user outside
#   sudo    user namespaces are closed here (old util-linux, AppArmor, no subordinate ids)
identity() {
  if [ "$(id -u)" = 0 ]; then echo root
  elif "${map_users[@]}" --mount -- mount -t tmpfs none /tmp 2>/dev/null; then echo mapped
  else echo sudo
  fi
}
map_users=(unshare --user --map-root-user --map-auto)

# as_identity COMMAND… : run as root in that way.
as_identity() {
  if [ "$identity" = mapped ]; then "${map_users[@]}" -- "$@"; else "$@"; fi
}

#!/bin/sh
# Installs the browsers and the Django that the tests need, from Debian's packages, unless they are there.
# CHROMIUM, FIREFOX, WEBKIT_DRIVER and PYTHON name other executables.
set -eu

chromium=${CHROMIUM:-/usr/bin/chromium-headless-shell}
firefox=${FIREFOX:-/usr/bin/firefox-esr}
webkit=${WEBKIT_DRIVER:-/usr/bin/WebKitWebDriver}
python=${PYTHON:-/usr/bin/python3}

# Playwright speaks WebDriver BiDi with Firefox, and needs commands that ESR 140 lacks.
is_recent() { [ "$("$1" --version 2>/dev/null | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 153 ]; }

missing=''
[ -x "$chromium" ] || missing="$missing chromium-headless-shell"
{ [ -x "$firefox" ] && is_recent "$firefox"; } || missing="$missing firefox-esr"
[ -x "$webkit" ] || missing="$missing webkit2gtk-driver"
command -v xvfb-run >/dev/null 2>&1 || missing="$missing xvfb xauth"
"$python" -c 'import django' >/dev/null 2>&1 || missing="$missing python3-django"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests need$missing, and here is no apt-get to install it with." >&2
  echo 'Install it by other means and set CHROMIUM, FIREFOX, WEBKIT_DRIVER and PYTHON to the executables.' >&2
  exit 1
fi

as_root=''
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "The tests need$missing. As root, run: apt-get update && apt-get install$missing" >&2
    exit 1
  fi
  as_root='sudo'
fi

install() {
  # shellcheck disable=SC2086 # a list, to be split
  $as_root apt-get update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

echo "Installing$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! install >"$log" 2>&1 </dev/null; then
  cat "$log" >&2
  exit 1
fi
if ! is_recent "$firefox"; then
  echo 'The tests need Firefox 153 or later: turn on the security updates of this Debian release, which have it.' >&2
  exit 1
fi

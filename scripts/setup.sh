#!/bin/sh
# Installs what is missing, and nothing else: npm packages, TeX, bubblewrap; with "test" also what only tests need.
# Safe to run again at any time; a second call takes no time. Ends with 2 and the commands to run where it can't install.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}

say() { echo "set-up: $*" >&2; }

packages=""
need() { command -v "$1" >/dev/null 2>&1 || case " $packages " in *" $2 "*) ;; *) packages="$packages $2" ;; esac; }
need_tex() { kpsewhich "$1" >/dev/null 2>&1 || case " $packages " in *" $2 "*) ;; *) packages="$packages $2" ;; esac; }

need bwrap bubblewrap
need prlimit util-linux
need pdftex texlive-latex-base
need_tex article.cls texlive-latex-base
need_tex xcolor.sty texlive-latex-recommended
need_tex standalone.cls texlive-latex-extra
need_tex tikz.sty texlive-pictures
need_tex phvr8r.tfm texlive-fonts-recommended
need_tex lmodern.sty lmodern
if [ "$purpose" = test ]; then
  need chromium chromium
  need pdftoppm poppler-utils
  need qpdf qpdf
fi

cannot_install() {
  say "$1 Missing Debian packages:$packages"
  system=$(uname -s)
  [ -r /etc/os-release ] && system=$(. /etc/os-release && echo "${ID_LIKE:-} $ID")
  case "$system" in
    *debian*|*ubuntu*) say "run: sudo apt-get update && sudo apt-get install --no-install-recommends -y$packages" ;;
    *fedora*|*rhel*) say "run: sudo dnf install texlive-scheme-medium texlive-standalone texlive-pgfplots texlive-lm bubblewrap util-linux chromium poppler-utils qpdf" ;;
    *arch*) say "run: sudo pacman -S texlive-latexextra texlive-pictures texlive-fontsrecommended bubblewrap chromium poppler qpdf" ;;
    *suse*) say "run: sudo zypper install texlive-scheme-medium texlive-standalone bubblewrap chromium poppler-tools qpdf" ;;
    Darwin) say "run it in a Linux container or machine: bubblewrap, the sandbox that drawings are compiled in, exists only on Linux. For instance: docker run --rm -it --privileged -v \"\$PWD:/otterbench\" -w /otterbench node:24-bookworm npm run demo" ;;
    *) say "install TeX Live (LaTeX, TikZ, standalone), bubblewrap and util-linux by your system's package manager." ;;
  esac
  exit 2
}

if [ -n "$packages" ]; then
  command -v apt-get >/dev/null 2>&1 || cannot_install "this is not a Debian system."
  [ "$(id -u)" = 0 ] || cannot_install "not root, so nothing can be installed."
  say "installing$packages"
  log=$(mktemp)
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "apt-get failed; the end of what it said is above."
    exit 2
  fi
  rm -f "$log"
fi

# The published package comes compiled, with its packages installed beside it.
[ -f package-lock.json ] || exit 0

stamp=node_modules/.otterbench-lock
if [ ! -x node_modules/.bin/node ] || ! cmp -s package-lock.json "$stamp"; then
  say "installing npm packages"
  # A registry that lacks the packages of other systems makes npm refuse the lock file; all versions that matter are
  # pinned in package.json, so the last try does without it.
  npm ci --no-audit --no-fund --loglevel=error >&2 || npm install --no-package-lock --no-audit --no-fund --loglevel=error >&2 ||
    { say "npm could not install the packages; what it said is above."; exit 2; }
  cp package-lock.json "$stamp"
fi
ln -sf ../../bin/otterbench node_modules/.bin/otterbench

node=node_modules/.bin/node
page_key=$(find src/report src/domain src/util -type f -exec cksum {} + | sort | cksum)
if [ ! -f dist/report-page/key ] || [ "$(cat dist/report-page/key)" != "$page_key" ]; then
  say "building the report's page"
  "$node" node_modules/vite/bin/vite.js build --config src/report/page/vite.config.ts --logLevel error >&2
  echo "$page_key" > dist/report-page/key
fi

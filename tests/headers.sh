#!/bin/sh
# The shape of the tree: each header compiles alone, includes follow the
# arrows between the folders, and what is there is also built and tested.
# Needs srcdir, CC and CPPFLAGS.
set -u
cd "${srcdir:-.}" || exit 1
folders='model render keymap tui helpers'
count=0
failures=0

# ok CLAIM WHY: one test, which passes when WHY, the complaints, is empty.
ok() {
	count=$((count + 1))
	if [ -z "$2" ]; then
		echo "ok $count - $1"
		return
	fi
	failures=$((failures + 1))
	echo "not ok $count - $1"
	echo "$2" | sed 's/^/# /'
}

# sources FOLDER...: the files written by hand.
sources() {
	for folder; do
		for file in "$folder"/*.[ch]; do
			case $file in
			*'*'* | *.pb-c.[ch] | tui/demo_data.c) ;;
			*) echo "$file" ;;
			esac
		done
	done
}

# includes FILE...: each include as FILE:NAME, NAME with its quotes.
includes() {
	[ $# -eq 0 ] || awk '
		/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
			sub(/^[^<"]*/, "")
			match($0, /^[<"][^>"]*[>"]/)
			print FILENAME ":" substr($0, 1, RLENGTH)
		}' "$@"
}

compile_alone() {
	# shellcheck disable=SC2086 # both are lists of words
	printf '#include "config.h"\n#include "%s"\n' "$1" |
		$CC -std=c11 -Wall -Wextra -Werror $CPPFLAGS -fsyntax-only \
			-x c - 2>&1
}

# may_see 'FOLDERS' FILE...: the quoted includes from anywhere else.
may_see() {
	allowed=$(echo "$1" | tr ' ' '|')
	shift
	includes "$@" | grep ':"' |
		grep -Ev ":\"(config\.h|($allowed)/[a-z0-9_.-]*)\"\$"
}

# Helpers may be of libraries that a machine does without.
has_libraries() {
	includes "$1" | grep -o '<elfutils/.*>' | while read -r library; do
		printf '#include %s\n' "$library" |
			$CC $CPPFLAGS -E -x c - >/dev/null 2>&1 || echo no
	done
}

for header in $(sources $folders | grep '\.h$'); do
	[ -z "$(has_libraries "$header")" ] || continue
	ok "$header compiles alone" "$(compile_alone "$header")"
done

for arrow in 'model:model' 'render:render model' 'keymap:keymap' \
	'tui:tui model render keymap' 'helpers:helpers'; do
	folder=${arrow%%:*}
	# shellcheck disable=SC2046 # names have no spaces here
	ok "$folder includes only from: ${arrow#*:}" \
		"$(may_see "${arrow#*:}" $(sources "$folder"))"
	# shellcheck disable=SC2046
	ok "tests of $folder include only from: tests ${arrow#*:}" \
		"$(may_see "tests ${arrow#*:}" \
			$(ls tests/unit_"$folder"_*.c 2>/dev/null))"
done

# shellcheck disable=SC2046
ok "render and keymap leave the model's libraries to it" \
	"$(includes $(sources render keymap) |
		grep -E ':<(zlib|isa-l|pcre2|protobuf-c)')"

# shellcheck disable=SC2046
ok "only tui/screen_curses.c includes curses" \
	"$(includes $(sources $folders) $(ls tests/*.[ch]) |
		grep -E '[<"/](n?curses[a-z]*|cursesw|term)\.h|<panel\.h' |
		grep -v '^tui/screen_curses\.c:')"

# shellcheck disable=SC2046
ok "only helpers include elfutils, only model/demangle_cxx.c libiberty" \
	"$(includes $(sources $folders) |
		grep -E '<(elfutils|dwarf|libelf|gelf|libiberty)' |
		grep -Ev '^(helpers/[a-z]*|model/demangle_cxx)\.[ch]:')"

# shellcheck disable=SC2046
ok "only helpers/fetch.c includes libcurl" \
	"$(includes $(sources $folders) | grep '<curl/' |
		grep -v '^helpers/fetch\.c:')"

# shellcheck disable=SC2046
ok "config.h comes first in every source" \
	"$(for source in $(sources $folders | grep '\.c$'); do
		includes "$source" | head -n 1 | grep -v ':"config\.h"$'
	done)"

# Entries of tests that a build in the tree leaves there have no such endings.
tests_entries() {
	for entry in tests/*.[ch] tests/*.py tests/*.sh tests/*.test tests/*/; do
		case $entry in
		*'*'* | */__pycache__/) ;;
		tests/unit_*.c) echo "${entry%.c}" ;;
		*) echo "${entry%/}" ;;
		esac
	done
}

# shellcheck disable=SC2046
ok "every file is in Makefile.am" \
	"$(for file in $(sources $folders) $(tests_entries); do
		grep -qwF -- "$file" Makefile.am || echo "$file"
	done)"

echo "1..$count"
[ "$failures" -eq 0 ]

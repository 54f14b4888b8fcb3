/*
 * pprowl-symbolize: what is at the addresses of an ELF file.
 *
 *	pprowl-symbolize DIR:DIR... FILE
 *
 * A program of its own, since files may be made to break what reads them: it
 * gives itself little memory and time before it reads a byte, and what it
 * prints is to be believed no more than the file.  It opens the file, those
 * with its debugging information by build id in the directories, and no other
 * that a file names but a regular one (that of dwz); it asks no server.
 *
 * It reads addresses, as the file has them, in hexadecimal, a line each; all
 * of them before it answers.  In that order it prints for each
 *
 *	=
 *	LINE COLUMN START_LINE<tab>NAME<tab>FILE
 *
 * with a line of the second kind for each function there, innermost first,
 * none if nothing is known.  Numbers are decimal, 0 where they are not known.
 * The name is the linker's where there is one.  In names and files a tab, a
 * newline and a backslash are \t, \n and \\.  The last line is "."; instead,
 * and alone, there may be "!" and a reason why nothing can be said.
 */
#include "config.h"

#include <elfutils/libdwelf.h>
#include <elfutils/libdwfl.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "helpers/frames.h"
#include "helpers/limits.h"
#include "helpers/symbols.h"

enum {
	TEXT_MAX = 16 << 10,		/* bytes of a name or file */
	BUILD_ID_MAX = 64,
};

/* Says why there is no answer; returns -1. */
static int fail(const char *reason)
{
	printf("!%s\n", reason ? reason : "not known why");
	return -1;
}

/* Opens nothing but regular files: a device may not stand being opened. */
static int open_file(const char *path)
{
	struct stat st;

	if (stat(path, &st) || !S_ISREG(st.st_mode))
		return -1;
	return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

static bool has_build_id(int fd, const unsigned char *id, size_t n)
{
	const void *found;
	Elf *elf = elf_begin(fd, ELF_C_READ, NULL);
	ssize_t length = elf ? dwelf_elf_gnu_build_id(elf, &found) : -1;
	bool result = length > 0 && (size_t)length == n &&
		      !memcmp(found, id, n);

	elf_end(elf);
	return result;
}

/* Tries a directory, with its parts in front of the two of a build id. */
static int open_debug(const char *dir, int n, const char *between,
		      const unsigned char *id, size_t id_n, char **found)
{
	char path[4096], hex[2 * BUILD_ID_MAX + 1] = "";
	int fd;

	for (size_t i = 0; i < id_n; i++)
		snprintf(hex + 2 * i, 3, "%02x", id[i]);
	snprintf(path, sizeof(path), "%.*s%s/%.2s/%s.debug", n, dir, between,
		 hex, hex + 2);
	fd = open_file(path);
	if (fd >= 0 && !has_build_id(fd, id, id_n)) {
		close(fd);
		fd = -1;
	}
	if (fd >= 0)
		*found = strdup(path);
	return fd;
}

/* The directories, for a callback that is given nothing of ours. */
static const char *debug_dirs = "";

/* Returns a file of that build id and its path, malloc'd; -1: there is none. */
static int find_debug(const unsigned char *id, size_t n, char **found)
{
	int fd = -1;

	for (const char *dir = debug_dirs; fd < 0; ) {
		int length = (int)strcspn(dir, ":");

		if (length)
			fd = open_debug(dir, length, "/.build-id", id, n,
					found);
		if (length && fd < 0)
			fd = open_debug(dir, length, "", id, n, found);
		dir += length;
		if (!*dir++)
			break;
	}
	return fd;
}

/*
 * Of libdwfl: finds the file with the debugging information of another, and
 * once that is there, the one with the part of it that dwz has taken out.  (No
 * argument tells which; while the first is looked for, there is no DWARF.)
 */
static int find_debuginfo(Dwfl_Module *module, void **userdata,
			  const char *name, Dwarf_Addr base,
			  const char *file_name, const char *link,
			  GElf_Word crc, char **found)
{
	GElf_Addr at;
	Dwarf *dwarf = dwfl_module_getdwarf(module, &at);
	const unsigned char *id;
	const void *shared;
	const char *unused;
	ssize_t n;

	(void)userdata, (void)name, (void)base, (void)file_name;
	(void)link, (void)crc;
	if (dwarf) {
		n = dwelf_dwarf_gnu_debugaltlink(dwarf, &unused, &shared);
		id = shared;
	} else {
		n = dwfl_module_build_id(module, &id, &at);
	}
	return n < 2 || n > BUILD_ID_MAX ? -1 :
					   find_debug(id, (size_t)n, found);
}

/*
 * Whether libdw may look for what dwz has taken out: it opens what is named,
 * from the folder where the file with the DWARF really is.
 */
static bool is_safe(Dwarf *dwarf, const char *file)
{
	const char *name = NULL;
	const void *id;
	char path[8192], real[PATH_MAX];
	struct stat st;
	int n;

	if (dwelf_dwarf_gnu_debugaltlink(dwarf, &name, &id) <= 0 || !name)
		return true;
	if (!realpath(file, real))
		return false;
	n = snprintf(path, sizeof(path), "%.*s%s", *name == '/' ? 0 :
		     (int)(strrchr(real, '/') + 1 - real), real, name);
	if (n >= (int)sizeof(path))
		return false;
	/* What cannot be found out about cannot be opened, either. */
	return stat(path, &st) || S_ISREG(st.st_mode);
}

/* The file that has the DWARF of one; the one itself, or another. */
static const char *dwarf_file(Dwfl_Module *module, const char *file)
{
	const char *other = NULL;

	dwfl_module_info(module, NULL, NULL, NULL, NULL, NULL, NULL, &other);
	return other ? other : file;
}

/* Appends the next address; false at the end, or what is none. */
static bool read_address(struct query **queries, size_t *n, size_t *room)
{
	uint64_t address;
	void *more;

	if (scanf("%" SCNx64, &address) != 1)
		return false;
	if (*n == *room) {
		*room = *room ? 2 * *room : 1024;
		more = realloc(*queries, *room * sizeof(**queries));
		if (!more)
			return false;
		*queries = more;
	}
	(*queries)[(*n)++] = (struct query){ .address = address };
	return true;
}

static int order(const void *pa, const void *pb)
{
	const struct query *a = *(struct query *const *)pa;
	const struct query *b = *(struct query *const *)pb;

	return (a->address > b->address) - (a->address < b->address);
}

static void print_text(const char *s)
{
	size_t n = s ? strlen(s) : 0;

	for (size_t i = 0; i < n && n <= TEXT_MAX; i++) {
		if (s[i] == '\t')
			fputs("\\t", stdout);
		else if (s[i] == '\n')
			fputs("\\n", stdout);
		else if (s[i] == '\\')
			fputs("\\\\", stdout);
		else
			putchar(s[i]);
	}
}

static void print_frame(const struct frame *frame)
{
	printf("%" PRIu64 " %" PRIu64 " %" PRIu64 "\t", frame->line,
	       frame->column, frame->start_line);
	print_text(frame->linkage_name ? frame->linkage_name : frame->name);
	putchar('\t');
	if (frame->file && *frame->file != '/' && frame->dir) {
		print_text(frame->dir);
		putchar('/');
	}
	print_text(frame->file);
	putchar('\n');
}

/* A file as it is asked. */
struct source {
	Dwfl_Module *module;
	Dwarf *dwarf;			/* NULL: there is none */
	struct symbols symbols;
	uint64_t bias, dwarf_bias;	/* added to an address of the file */
};

/*
 * A function that is there in several forms has several symbols, "f.cold",
 * and one that is of one file only may have its linkage name only there.
 */
static void improve(struct frame *frame, const char *symbol)
{
	const char *name = frame->linkage_name ? frame->linkage_name :
						 frame->name;

	if (!symbol)
		return;
	if (!name || !strncmp(symbol, name, strlen(name)) ||
	    (!frame->linkage_name && *symbol == '_' && strstr(symbol, name)))
		frame->linkage_name = symbol;
}

static void print_answer(const struct source *source, struct query *q)
{
	const char *symbol = symbols_find(&source->symbols,
					  q->address + source->bias);
	struct frame frame = frame_without(q, source->dwarf_bias);

	puts("=");
	for (size_t i = 0; i < q->n; i++) {
		frame = frame_at(q, i, source->dwarf_bias);
		if (i == q->n - 1)
			improve(&frame, symbol);
		print_frame(&frame);
	}
	frame.name = symbol;
	if (!q->n && (symbol || frame.line))
		print_frame(&frame);
}

static void answer(const struct source *source, struct query *queries,
		  size_t n)
{
	struct query **sorted = calloc(n + 1, sizeof(*sorted));

	if (!sorted) {
		fail("out of memory");
		return;
	}
	for (size_t i = 0; i < n; i++)
		sorted[i] = &queries[i];
	qsort(sorted, n, sizeof(*sorted), order);
	if (source->dwarf)
		frames_find(source->module, sorted, n, source->dwarf_bias);
	for (size_t i = 0; i < n; i++)
		print_answer(source, &queries[i]);
	puts(".");
	free(sorted);
}

static int open_source(struct source *source, Dwfl *dwfl, const char *file)
{
	int fd = open_file(file);
	GElf_Addr bias = 0;

	if (!dwfl)
		return fail(dwfl_errmsg(-1));
	if (fd < 0)
		return fail("it cannot be opened, or is no regular file");
	source->module = dwfl_report_offline(dwfl, "", file, fd);
	if (!source->module || dwfl_report_end(dwfl, NULL, NULL) ||
	    !dwfl_module_getelf(source->module, &bias))
		return fail(dwfl_errmsg(-1));
	source->bias = bias;
	source->dwarf = dwfl_module_getdwarf(source->module, &bias);
	if (source->dwarf &&
	    !is_safe(source->dwarf, dwarf_file(source->module, file)))
		source->dwarf = NULL;
	source->dwarf_bias = source->bias - bias;
	symbols_load(&source->symbols, source->module);
	if (source->dwarf || source->symbols.n)
		return 0;
	printf("!%s has neither symbols nor debugging information that could "
	       "be read\n", file);
	return -1;
}

int main(int argc, char **argv)
{
	static const Dwfl_Callbacks callbacks = {
		.section_address = dwfl_offline_section_address,
		.find_debuginfo = find_debuginfo,
	};
	struct query *queries = NULL;
	struct source source = { .module = NULL };
	size_t n = 0, room = 0;
	Dwfl *dwfl;

	limits_set(&(struct limits){ .seconds = 10, .mib = 2048 });
	unsetenv("DEBUGINFOD_URLS");
	if (argc != 3)
		return 2;
	while (read_address(&queries, &n, &room))
		;
	debug_dirs = argv[1];
	dwfl = dwfl_begin(&callbacks);
	if (!open_source(&source, dwfl, argv[2]))
		answer(&source, queries, n);
	for (size_t i = 0; i < n; i++)
		free(queries[i].functions);
	free(queries);
	free(source.symbols.at);
	dwfl_end(dwfl);
	return fflush(stdout) ? 1 : 0;
}

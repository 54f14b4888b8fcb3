#include "config.h"

#include "model/elf.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/mem.h"

enum {
	SIZE_LIMIT_GIB = 8,
	NOTES_MAX = 64 << 10,		/* bytes of one section or segment */
	PAGE = 4096,
};

/* A file that is being read. */
struct reader {
	int fd;
	bool is_big, is_64;
	struct elf *elf;
};

static bool read_at(const struct reader *r, uint64_t at, void *to, size_t n)
{
	return at <= INT64_MAX && pread(r->fd, to, n, (off_t)at) == (ssize_t)n;
}

static uint64_t number(const struct reader *r, const unsigned char *at,
		       size_t n)
{
	uint64_t value = 0;

	for (size_t i = 0; i < n; i++)
		value = value << 8 | at[r->is_big ? i : n - 1 - i];
	return value;
}

/* The field of a record that is told by its offsets in 32 and 64 bits. */
#define FIELD(r, at, type, field)					\
	((r)->is_64 ?							\
	 number((r), (at) + offsetof(Elf64_##type, field),		\
		sizeof(((Elf64_##type *)0)->field)) :			\
	 number((r), (at) + offsetof(Elf32_##type, field),		\
		sizeof(((Elf32_##type *)0)->field)))

/* Where a table of records is in the file. */
struct table {
	uint64_t offset, size, n;	/* size: of a record */
};

static bool read_record(const struct reader *r, const struct table *table,
			uint64_t i, unsigned char *to, size_t n)
{
	return i < table->n && table->size >= n &&
	       read_at(r, table->offset + i * table->size, to, n);
}

static void set_build_id(struct elf *elf, const unsigned char *id, size_t n)
{
	if (n > ELF_BUILD_ID_MAX)
		return;
	for (size_t i = 0; i < n; i++)
		snprintf(elf->build_id + 2 * i, 3, "%02x", id[i]);
}

static size_t pad4(size_t n)
{
	return (n + 3) & ~(size_t)3;
}

/* Looks for the build id among the notes at [offset, offset + size). */
static void read_notes(const struct reader *r, uint64_t offset, uint64_t size)
{
	unsigned char notes[NOTES_MAX];
	size_t n = size < sizeof(notes) ? (size_t)size : sizeof(notes), at = 0;

	if (*r->elf->build_id || !read_at(r, offset, notes, n))
		return;
	while (n - at >= 12) {
		size_t name = number(r, notes + at, 4);
		size_t desc = number(r, notes + at + 4, 4);
		uint64_t type = number(r, notes + at + 8, 4);

		at += 12;
		if (pad4(name) > n - at || desc > n - at - pad4(name))
			return;
		if (type == NT_GNU_BUILD_ID && name == 4 &&
		    !memcmp(notes + at, "GNU", 4)) {
			set_build_id(r->elf, notes + at + 4, desc);
			return;
		}
		at += pad4(name) + desc;
		at = pad4(at) < n ? pad4(at) : n;
	}
}

static int add_segment(const struct reader *r, const unsigned char *record,
		       struct err *err)
{
	struct elf *elf = r->elf;
	uint64_t type = FIELD(r, record, Phdr, p_type);
	struct elf_segment segment = {
		.offset = FIELD(r, record, Phdr, p_offset),
		.file_size = FIELD(r, record, Phdr, p_filesz),
		.address = FIELD(r, record, Phdr, p_vaddr),
		.size = FIELD(r, record, Phdr, p_memsz),
		.is_code = FIELD(r, record, Phdr, p_flags) & PF_X,
	};

	if (type == PT_NOTE)
		read_notes(r, segment.offset, segment.file_size);
	if (type != PT_LOAD)
		return 0;
	if (elf->n_segments == ELF_SEGMENTS_MAX)
		return err_fail(err, "more than %d segments are loaded",
				ELF_SEGMENTS_MAX);
	elf->segments[elf->n_segments++] = segment;
	return 0;
}

static int read_segments(const struct reader *r, const struct table *table,
			 struct err *err)
{
	size_t size = r->is_64 ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr);
	unsigned char record[sizeof(Elf64_Phdr)];

	for (uint64_t i = 0; i < table->n; i++) {
		if (!read_record(r, table, i, record, size))
			return err_fail(err, "the program headers are cut "
					"short");
		if (add_segment(r, record, err))
			return -1;
	}
	return 0;
}

/* The segment with code in which an address is. */
static const struct elf_segment *find_code(const struct elf *elf,
					   uint64_t address)
{
	for (size_t i = 0; i < elf->n_segments; i++) {
		const struct elf_segment *s = &elf->segments[i];

		if (s->is_code && address >= s->address &&
		    address - s->address < s->size)
			return s;
	}
	return NULL;
}

static void take_section(const struct reader *r, uint64_t names,
			 const unsigned char *record)
{
	uint64_t name = FIELD(r, record, Shdr, sh_name);
	uint64_t address = FIELD(r, record, Shdr, sh_addr);
	char text[6];

	if (FIELD(r, record, Shdr, sh_type) == SHT_NOTE)
		read_notes(r, FIELD(r, record, Shdr, sh_offset),
			   FIELD(r, record, Shdr, sh_size));
	if (!r->elf->text && read_at(r, names + name, text, sizeof(text)) &&
	    !memcmp(text, ".text", sizeof(text)))
		r->elf->text = find_code(r->elf, address);
}

/* A file may have been stripped of sections; then there is less to know. */
static void read_sections(const struct reader *r, const struct table *table,
			  uint64_t names)
{
	size_t size = r->is_64 ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr);
	unsigned char record[sizeof(Elf64_Shdr)];
	uint64_t at;

	if (!read_record(r, table, names, record, size))
		return;
	at = FIELD(r, record, Shdr, sh_offset);
	for (uint64_t i = 0; i < table->n; i++) {
		if (!read_record(r, table, i, record, size))
			return;
		take_section(r, at, record);
	}
}

static int read_head(struct reader *r, struct err *err)
{
	unsigned char head[sizeof(Elf64_Ehdr)] = "";
	struct table segments, sections;

	if (pread(r->fd, head, sizeof(head), 0) < (ssize_t)sizeof(Elf32_Ehdr))
		return err_fail(err, "the file is cut short");
	r->is_64 = head[EI_CLASS] == ELFCLASS64;
	r->is_big = head[EI_DATA] == ELFDATA2MSB;
	r->elf->kind = (int)FIELD(r, head, Ehdr, e_type);
	segments = (struct table){
		FIELD(r, head, Ehdr, e_phoff),
		FIELD(r, head, Ehdr, e_phentsize),
		FIELD(r, head, Ehdr, e_phnum),
	};
	sections = (struct table){
		FIELD(r, head, Ehdr, e_shoff),
		FIELD(r, head, Ehdr, e_shentsize),
		FIELD(r, head, Ehdr, e_shnum),
	};
	if (read_segments(r, &segments, err))
		return -1;
	read_sections(r, &sections, FIELD(r, head, Ehdr, e_shstrndx));
	return 0;
}

static int check_file(int fd, const char *path, struct err *err)
{
	struct stat st;
	char magic[SELFMAG];

	if (fstat(fd, &st) || st.st_size > (int64_t)SIZE_LIMIT_GIB << 30)
		return err_fail(err, "error opening %s: it has more than "
				"%d GiB", path, SIZE_LIMIT_GIB);
	if (pread(fd, magic, sizeof(magic), 0) != sizeof(magic))
		return err_fail(err, "error reading magic number from %s: %s",
				path, st.st_size ? "unexpected EOF" : "EOF");
	if (memcmp(magic, ELFMAG, SELFMAG))
		return err_fail(err, "unrecognized binary format: %s", path);
	return 0;
}

static int fail_errno(const char *what, const char *path, struct err *err)
{
	err_set_errno(err, errno);
	return err_within(err, "%s %s", what, path);
}

/* Opens nothing but regular files: a device may not stand being opened. */
static int open_file(const char *path, struct err *err)
{
	int fd = open(path, O_PATH | O_CLOEXEC), result;
	struct stat st;
	char link[32];

	if (fd < 0)
		return fail_errno("stat", path, err);
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return err_fail(err, "error opening %s: it is not a regular "
				"file", path);
	}
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	result = open(link, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (result < 0)
		fail_errno("error opening", path, err);
	close(fd);
	return result;
}

int elf_read(struct elf *elf, const char *path, struct err *err)
{
	struct reader r = { .elf = elf };
	int result;

	*elf = (struct elf){ .n_segments = 0 };
	r.fd = open_file(path, err);
	if (r.fd < 0)
		return -1;
	result = check_file(r.fd, path, err);
	if (!result && read_head(&r, err))
		result = err_within(err, "error reading ELF file %s", path);
	close(r.fd);
	return result;
}

/*
 * Whether a segment may be the one that [offset, end) of the file was mapped
 * for (google/pprof, internal/elfexec: ProgramHeadersForMapping): they overlap
 * and the mapping begins neither in a page in front of the segment's first nor
 * in its last one to go on behind it.
 */
static bool is_mapped(const struct elf_segment *s, uint64_t offset,
		      uint64_t end)
{
	uint64_t limit = s->offset + s->size, skew = s->address % PAGE;
	uint64_t first = s->offset > skew ? s->offset - skew : 0;

	if (!s->file_size || offset >= limit || s->offset >= end ||
	    offset < first)
		return false;
	return offset <= s->offset || limit >= offset + PAGE ||
	       end < limit + PAGE;
}

/* Finds the segment an address is of; false when that cannot be told. */
static bool find_segment(const struct elf *elf,
			 const struct elf_mapping *m, uint64_t address,
			 const struct elf_segment **found)
{
	uint64_t end = m->offset + (m->limit - m->start);
	uint64_t at = address - m->start + m->offset;
	size_t n = 0, n_exact = 0;
	const struct elf_segment *exact = NULL;

	*found = elf->text;
	if (m->kernel || m->start >= m->limit || m->limit >> 63)
		return true;
	*found = NULL;
	for (size_t i = 0; i < elf->n_segments; i++) {
		const struct elf_segment *s = &elf->segments[i];

		if (!is_mapped(s, m->offset, end))
			continue;
		*found = s;
		n++;
		if (at >= s->offset && at - s->offset < s->size) {
			exact = s;
			n_exact++;
		}
	}
	if (n > 1)
		*found = exact;
	return !elf->n_segments || n == 1 || n_exact == 1;
}

/* Kernels are mapped in ways of their own (elfexec: kernelBase). */
static bool kernel_base(const struct elf_segment *s,
			const struct elf_mapping *m, uint64_t *base)
{
	const uint64_t ppc64 = UINT64_C(0xc000000000000000);
	bool is_aligned = m->kernel && m->start % PAGE == *m->kernel % PAGE;

	if (s->address == m->start - m->offset)
		*base = m->offset;
	else if (!m->start && m->limit && m->kernel)
		*base = m->start - *m->kernel;
	else if (m->start >> 63 && m->limit > m->start &&
		 (!m->offset || m->offset == ppc64 || m->offset == m->start))
		*base = m->start - (is_aligned ? *m->kernel : s->address);
	else if (m->start % PAGE && is_aligned)
		*base = m->start - *m->kernel;
	else
		return false;
	return true;
}

static bool fixed_base(const struct elf_segment *s,
		       const struct elf_mapping *m, uint64_t *base)
{
	*base = 0;
	if (!s)
		return true;
	*base = m->start - m->offset + s->offset - s->address;
	if (!m->kernel && m->start && !(m->start >> 63))
		return true;
	if (kernel_base(s, m, base))
		return true;
	*base = m->start - s->address;
	return !m->start && m->limit && !m->kernel;
}

/* The one segment with code of a file that has debugging information alone. */
static const struct elf_segment *only_code(const struct elf *elf)
{
	const struct elf_segment *found = NULL;

	for (size_t i = 0; i < elf->n_segments; i++) {
		if (!elf->segments[i].is_code)
			continue;
		if (found || elf->segments[i].file_size)
			return NULL;
		found = &elf->segments[i];
	}
	return found;
}

/*
 * Such a file does not tell where in the file that was run its segment was.
 * It is taken to be what the mapping is of when that has its size.
 */
static bool debug_base(const struct elf_segment *s,
		       const struct elf_mapping *m, uint64_t *base)
{
	uint64_t skew = s->address % PAGE;
	uint64_t pages = (skew + s->size + PAGE - 1) / PAGE;

	*base = m->start - (s->address - skew);
	return m->limit - m->start == pages * PAGE;
}

bool elf_base(const struct elf *elf, const struct elf_mapping *m,
	      uint64_t address, uint64_t *base)
{
	const struct elf_segment *s;

	*base = 0;
	if (!m->start && !m->offset && (!m->limit || m->limit == UINT64_MAX))
		return true;
	s = only_code(elf);
	if (s && !m->kernel)
		return debug_base(s, m, base);
	if (!find_segment(elf, m, address, &s))
		return false;
	switch (elf->kind) {
	case ELF_FIXED:
		return fixed_base(s, m, base);
	case ELF_OBJECT:
		*base = m->start;
		return !m->offset;
	case ELF_SHARED:
		*base = m->start - m->offset;
		if (s && !kernel_base(s, m, base))
			*base += s->offset - s->address;
		return true;
	default:
		return false;
	}
}

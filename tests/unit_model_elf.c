/*
 * model/elf: files of both sizes and byte orders, made here; what is cut short
 * or lies; and where a mapping's addresses are in its file.
 */
#include "config.h"

#include "model/buf.h"
#include "model/elf.h"

#include <elf.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/mem.h"
#include "tests/tap.h"

static char path[] = "/tmp/pprowl-elf-XXXXXX";

/* A file under construction. */
struct image {
	struct buf bytes;
	bool is_64, is_big;
};

static void put(struct image *image, uint64_t value, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = image->is_big ? n - 1 - i : i;

		buf_addc(&image->bytes, (char)(value >> 8 * at));
	}
}

static void put_word(struct image *image, uint64_t value)
{
	put(image, value, image->is_64 ? 8 : 4);
}

static void put_segment(struct image *image, unsigned type, unsigned flags,
			uint64_t offset, uint64_t address, uint64_t size)
{
	put(image, type, 4);
	if (image->is_64)
		put(image, flags, 4);
	put_word(image, offset);
	put_word(image, address);
	put_word(image, address);
	put_word(image, size);
	put_word(image, size + 16);
	if (!image->is_64)
		put(image, flags, 4);
	put_word(image, 0x1000);
}

static void put_section(struct image *image, unsigned name, unsigned type,
			uint64_t address, uint64_t offset, uint64_t size)
{
	put(image, name, 4);
	put(image, type, 4);
	put_word(image, 0);
	put_word(image, address);
	put_word(image, offset);
	put_word(image, size);
	put(image, 0, 8);
	put_word(image, 0);
	put_word(image, 0);
}

enum {
	NOTES = 0x200, NAMES = 0x240, SEGMENTS = 0x280, SECTIONS = 0x400,
	END = 0x600,
};

static void pad_to(struct image *image, size_t n)
{
	buf_pad(&image->bytes, '\0', n - image->bytes.n);
}

static void put_head(struct image *image)
{
	buf_add(&image->bytes, ELFMAG, SELFMAG);
	buf_addc(&image->bytes, image->is_64 ? ELFCLASS64 : ELFCLASS32);
	buf_addc(&image->bytes, image->is_big ? ELFDATA2MSB : ELFDATA2LSB);
	buf_addc(&image->bytes, EV_CURRENT);
	pad_to(image, EI_NIDENT);
	put(image, ET_DYN, 2);
	put(image, EM_X86_64, 2);
	put(image, EV_CURRENT, 4);
	put_word(image, 0);
	put_word(image, SEGMENTS);
	put_word(image, SECTIONS);
	put(image, 0, 4);
	put(image, image->is_64 ? 64 : 52, 2);
	put(image, image->is_64 ? 56 : 32, 2);
	put(image, 3, 2);
	put(image, image->is_64 ? 64 : 40, 2);
	put(image, 3, 2);
	put(image, 2, 2);
}

/* Two segments, the second with .text, and a build id among the notes. */
static void build(struct image *image)
{
	put_head(image);
	pad_to(image, NOTES);
	put(image, 4, 4);
	put(image, 3, 4);
	put(image, 9, 4);
	buf_add(&image->bytes, "GNU\0abc\0", 8);
	put(image, 4, 4);
	put(image, 4, 4);
	put(image, NT_GNU_BUILD_ID, 4);
	buf_add(&image->bytes, "GNU\0\xc0\xff\xee\x01", 8);
	pad_to(image, NAMES);
	buf_add(&image->bytes, "\0.text\0.other", 14);
	pad_to(image, SEGMENTS);
	put_segment(image, PT_LOAD, PF_R, 0, 0x10000, 0x800);
	put_segment(image, PT_LOAD, PF_R | PF_X, 0x1000, 0x12000, 0x1000);
	put_segment(image, PT_NOTE, PF_R, NOTES, 0, 40);
	pad_to(image, SECTIONS);
	put_section(image, 0, SHT_NULL, 0, 0, 0);
	put_section(image, 1, SHT_PROGBITS, 0x12010, 0x1010, 0x100);
	put_section(image, 0, SHT_STRTAB, 0, NAMES, 14);
	pad_to(image, END);
}

/* Writes n bytes and reads them; "" or the reason without the path. */
static const char *read_bytes(struct elf *elf, const char *bytes, size_t n)
{
	static struct err err;
	FILE *file = fopen(path, "w");
	char *at;

	if (!file || fwrite(bytes, 1, n, file) != n || fclose(file))
		return "the file could not be written";
	if (!elf_read(elf, path, &err))
		return "";
	at = strstr(err.text, path);
	if (at)
		memmove(at, at + strlen(path), strlen(at + strlen(path)) + 1);
	return err.text;
}

static void check_image(bool is_64, bool is_big)
{
	struct image image = { BUF_INIT, is_64, is_big };
	struct elf elf;

	build(&image);
	is(read_bytes(&elf, image.bytes.s, image.bytes.n), "",
	   "%s bits, %s end first", is_64 ? "64" : "32",
	   is_big ? "big" : "little");
	is_int(elf.kind, ELF_SHARED, "its kind");
	is_int(elf.n_segments, 2, "what is loaded");
	ok(elf.segments[1].offset == 0x1000 &&
	   elf.segments[1].file_size == 0x1000 &&
	   elf.segments[1].address == 0x12000 &&
	   elf.segments[1].size == 0x1010 && elf.segments[1].is_code &&
	   !elf.segments[0].is_code, "from where to where");
	ok(elf.text == &elf.segments[1], "where the code is");
	is(elf.build_id, "c0ffee01", "its build id");
	for (size_t n = 0; n < image.bytes.n; n++)
		read_bytes(&elf, image.bytes.s, n);
	ok(true, "cut short anywhere");
	buf_release(&image.bytes);
}

/* Every byte in turn is all ones. */
static void test_lies(void)
{
	struct image image = { BUF_INIT, true, false };
	size_t n_text = 0;
	struct elf elf;

	build(&image);
	for (size_t i = EI_NIDENT; i < image.bytes.n; i++) {
		char old = image.bytes.s[i];

		image.bytes.s[i] = '\xff';
		if (!*read_bytes(&elf, image.bytes.s, image.bytes.n) &&
		    elf.text)
			n_text += elf.text->is_code;
		image.bytes.s[i] = old;
	}
	ok(n_text > 1000, "a wrong byte does no harm");
	buf_release(&image.bytes);
}

static void test_others(void)
{
	struct elf elf;
	struct err err;

	is(read_bytes(&elf, "", 0), "error reading magic number from : EOF",
	   "an empty file");
	is(read_bytes(&elf, "\x7f" "EL", 3),
	   "error reading magic number from : unexpected EOF", "a short one");
	is(read_bytes(&elf, "#!/bin/sh\n", 10),
	   "unrecognized binary format: ", "another");
	ok(elf_read(&elf, "/nowhere/x", &err), "none");
	is(err.text, "stat /nowhere/x: no such file or directory", "as Go says");
	ok(elf_read(&elf, "/dev/zero", &err), "a device");
	is(err.text, "error opening /dev/zero: it is not a regular file",
	   "is not opened");
	ok(!elf_read(&elf, "/proc/self/exe", &err) && elf.text,
	   "this very program");
}

/* The base of an address, or -1. */
static int64_t base(const struct elf *elf, uint64_t start, uint64_t limit,
		    uint64_t offset, uint64_t address)
{
	struct elf_mapping mapping = { start, limit, offset, NULL };
	uint64_t found;

	return elf_base(elf, &mapping, address, &found) ? (int64_t)found : -1;
}

static void test_base(void)
{
	struct elf elf = {
		.kind = ELF_SHARED, .n_segments = 3, .segments = {
			{ 0, 0x600, 0, 0x600, false },
			{ 0x1000, 0x800, 0x1000, 0x800, true },
			{ 0x2dd0, 0x248, 0x3dd0, 0x258, false },
		},
	};
	struct elf small = {
		.kind = ELF_SHARED, .n_segments = 2, .segments = {
			{ 0, 0x680, 0, 0x680, false },
			{ 0x700, 0x800, 0x1700, 0x800, true },
		},
	};
	const int64_t at = 0x555555554000;
	const uint64_t from = (uint64_t)at, kernel = 0xffffffff81000198;
	struct elf_mapping m = { 0xffffffff82000198, 0xffffffff83000000,
				 0, &kernel };
	uint64_t found;

	elf.text = &elf.segments[1];
	is_int(base(&elf, from + 0x1000, from + 0x2000, 0x1000, from + 0x1100),
	       at, "a library, its code mapped");
	is_int(base(&elf, from, from + 0x5000, 0, from + 0x1100), at,
	       "all of it in one mapping");
	is_int(base(&elf, from + 0x3000, from + 0x4000, 0x2000,
		    from + 0x3e00), at, "its data, which lie elsewhere");
	is_int(base(&elf, from, from + 0x5000, 0, from + 0x4fff), at,
	       "where one segment may be meant, it is");
	is_int(base(&small, from, from + 0x2000, 0, from + 0x610), at,
	       "of two in a page the one that has the address");
	is_int(base(&small, from, from + 0x2000, 0, from + 0x710),
	       at - 0x1000, "the other, which lies a page on");
	is_int(base(&small, from, from + 0x2000, 0, from + 0x6f0), -1,
	       "an address of neither");
	is_int(base(&elf, from, from + 0x1000, 0x9000, from), -1,
	       "a mapping of no segment");
	is_int(base(&elf, 0, UINT64_MAX, 0, 5), 0, "a mapping of everything");
	is_int(base(&elf, 0, 0, 0, 5), 0, "or of nothing");
	elf.kind = ELF_FIXED;
	elf.segments[1].address = 0x401000;
	is_int(base(&elf, 0x401000, 0x402000, 0x1000, 0x401100), 0,
	       "a program with addresses of its own");
	is_int(base(&elf, 0x501000, 0x502000, 0x1000, 0x501100), 0x100000,
	       "that is elsewhere");
	elf.segments[1].address = 0xffffffff81000000;
	ok(elf_base(&elf, &m, 0, &found) && found == 0x1000000, "a kernel");
	elf.kind = ELF_OBJECT;
	is_int(base(&elf, 0x1000, 0x2000, 0x1000, 0x1000), -1,
	       "an object file from its middle on");
	elf.kind = 7;
	is_int(base(&elf, 0x1000, 0x2000, 0x1000, 0x1000), -1, "none of these");
}

/* What objcopy --only-keep-debug leaves of the segments, by lld's layout. */
static void test_debug_base(void)
{
	struct elf elf = {
		.kind = ELF_SHARED, .n_segments = 3, .segments = {
			{ 0, 0x39c, 0, 0x8b8, false },
			{ 0, 0, 0x1700, 0x1a00, true },
			{ 0xd90, 0, 0x3d90, 0x2c8, false },
		},
	};
	const uint64_t from = 0x555555554000;

	is_int(base(&elf, from + 0x1000, from + 0x4000, 0x700, from + 0x1800),
	       (int64_t)from, "debugging information alone: by its size");
	is_int(base(&elf, from + 0x1000, from + 0x3000, 0x700, from + 0x1800),
	       -1, "of another size it is another");
	elf.segments[2].is_code = true;
	is_int(base(&elf, from + 0x1000, from + 0x4000, 0x9700,
		    from + 0x1800), -1, "of two it cannot be told");
}

int main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return 1;
	close(fd);
	for (int i = 0; i < 4; i++)
		check_image(i & 1, i & 2);
	test_lies();
	test_others();
	test_base();
	test_debug_base();
	unlink(path);
	return tap_done();
}

/*
 * model/sniff: what is told of files that are no profiles.
 */
#include "config.h"

#include "model/sniff.h"

#include "model/mem.h"
#include "tests/tap.h"

static void test_sniff(void)
{
	static const struct {
		const char *bytes, *want;
		size_t n;
	} cases[] = {
		{ "\x28\xb5\x2f\xfd\x04", "zstd;", 5 },
		{ "\xfd" "7zXZ\0\0", "xz;", 7 },
		{ "BZh91AY&SY", "bzip2;", 10 },
		{ "\x04\x22\x4d\x18", "lz4;", 4 },
		{ "\x02\x21\x4c\x18", "lz4;", 4 },
		{ "\x1f\x8b\x08", "gzip;", 3 },
		{ "PK\3\4\x14", "a zip archive;", 5 },
		{ "\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0", "an ELF file;", 18 },
		{ "\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\4\0", "a core dump;", 18 },
		{ "\177ELF\2\2\1\0\0\0\0\0\0\0\0\0\0\4", "a core dump;", 18 },
		{ "PERFILE2h", "perf.data;", 9 },
		{ "2ELIFREPh", "perf.data;", 9 },
		{ "FLR\0\0\2", "a JFR recording", 6 },
		{ "go 1.22 trace\0\0\0", "a Go execution trace;", 16 },
		{ "JAVA PROFILE 1.0.2\0", "a Java heap dump;", 19 },
		{ "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture;", 16 },
		{ "\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture;", 10 },
		{ "GIF87a\1\0", "a GIF picture;", 8 },
		{ "GIF89a\1\0", "a GIF picture;", 8 },
		{ "%PDF-1.7\n", "a PDF document;", 9 },
		{ "SQLite format 3\0\x10", "a database of SQLite;", 17 },
		{ "\xca\xfe\xba\xbe\0\0\0\x34", "a Java class or", 8 },
		{ "\xd4\xc3\xb2\xa1\2\0\4\0", "pcap,", 8 },
		{ "\xa1\xb2\xc3\xd4\0\2\0\4", "pcap,", 8 },
		{ "\x4d\x3c\xb2\xa1\2\0\4\0", "pcap,", 8 },
		{ "\xa1\xb2\x3c\x4d\0\2\0\4", "pcap,", 8 },
		{ "\x0a\x0d\x0d\x0a\x1c\0\0\0", "pcapng,", 8 },
		{ "<!DOCTYPE html>\n", "an HTML page", 16 },
		{ "\xef\xbb\xbf \r\n<HTML lang=en>", "an HTML page", 20 },
		{ "<?xml version=\"1.0\"?>", "XML;", 21 },
		{ "{\n  \"nodes\": []}", "JSON,", 16 },
		{ "[ { } ]", "JSON,", 7 },
	};
	uint8_t tar[512] = "name";
	const char *got;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		got = sniff_other((const uint8_t *)cases[i].bytes, cases[i].n);
		ok(got && !strncmp(got, cases[i].want, strlen(cases[i].want)),
		   "%s", cases[i].want);
	}
	memcpy(tar + 257, "ustar", 5);
	got = sniff_other(tar, sizeof(tar));
	ok(got && strstr(got, "tar archive"), "tar");
	ok(!sniff_other(tar, 261), "not from less than it takes");
	ok(!sniff_other((const uint8_t *)"", 0), "nothing");
	ok(!sniff_other((const uint8_t *)"\177EL", 3), "a piece of a magic");
	ok(!sniff_other((const uint8_t *)"\n\4\10\1\20\2\22", 7), "a profile");
}

#define FRAME "\tffffffff81bb8442 free_uid\n"

/* What perf script prints when -F leaves out what a sample needs. */
static void test_perf(void)
{
	static const struct {
		const char *name, *text;
		bool is_perf;
	} cases[] = {
		{ "no thread", "31918.003990: cpu-clock: \n" FRAME, true },
		{ "no number of it", "sh 31918.003990: cpu-clock: \n" FRAME,
		  true },
		{ "nor a time", "cpu-clock: \n" FRAME "\n", true },
		{ "no event", "sh  1267 \n" FRAME, true },
		{ "frames alone", "\n\t           1ab70 _start\n", true },
		{ "behind a header", "# ========\n#\nevent: \n" FRAME, true },
		{ "both are there", "sh  1267 cpu-clock: \n" FRAME, false },
		{ "no frames", "31918.003990: cpu-clock: \n", false },
		{ "not aligned as perf does", "a:\n\tadd b\n", false },
		{ "blanks for the tab",
		  "a:\n        ffffffff81bb8442 free_uid\n", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *text = cases[i].text, *got;

		got = sniff_other((const uint8_t *)text, strlen(text));
		ok(cases[i].is_perf == (got && strstr(got, "perf script -F")),
		   "perf script: %s", cases[i].name);
	}
}

int main(void)
{
	test_sniff();
	test_perf();
	return tap_done();
}

#include "config.h"

#include "model/sniff.h"

#include <string.h>

#include "model/mem.h"
#include "model/perfline.h"
#include "model/scanline.h"

struct magic {
	size_t offset, n;
	const char *bytes;
	const char *what;
};

#define MAGIC(offset, bytes, what) { offset, sizeof(bytes) - 1, bytes, what }

#define PICTURE "picture; name the profile it was made from"
#define PACKETS "packets of a network; name a profile"

static const struct magic magics[] = {
	MAGIC(0, "\x1f\x8b", "gzip; inflate it: gunzip -c FILE | pprowl -"),
	MAGIC(0, "\x28\xb5\x2f\xfd",
	      "zstd; inflate it: zstd -dc FILE | pprowl -"),
	MAGIC(0, "\xfd" "7zXZ\0", "xz; inflate it: xz -dc FILE | pprowl -"),
	MAGIC(0, "BZh", "bzip2; inflate it: bzip2 -dc FILE | pprowl -"),
	MAGIC(0, "\x04\x22\x4d\x18",
	      "lz4; inflate it: lz4 -dc FILE | pprowl -"),
	MAGIC(0, "\x02\x21\x4c\x18",
	      "lz4; inflate it: lz4 -dc FILE | pprowl -"),
	MAGIC(0, "\x1f\x9d",
	      "compress; inflate it: uncompress -c FILE | pprowl -"),
	MAGIC(0, "\xff\x06\0\0sNaPpY",
	      "snappy; inflate it: snzip -dc FILE | pprowl -"),
	MAGIC(0, "7z\xbc\xaf\x27\x1c", "a 7z archive; if a profile is all it "
	      "has: 7z x -so FILE | pprowl -"),
	MAGIC(0, "PK\3\4", "a zip archive; name the profile in it: unzip -p "
	      "FILE NAME | pprowl -"),
	MAGIC(0, "PK\5\6", "an empty zip archive; save the profile again"),
	MAGIC(257, "ustar", "a tar archive; name the profile in it: tar -xOf "
	      "FILE NAME | pprowl -"),
	MAGIC(0, "PERFILE2", "perf.data; print it: perf script -i FILE | "
	      "pprowl -"),
	MAGIC(0, "2ELIFREP", "perf.data; print it: perf script -i FILE | "
	      "pprowl -"),
	MAGIC(0, "FLR\0", "a JFR recording of a Java VM; convert it with "
	      "async-profiler: jfrconv FILE NEW.pb.gz"),
	MAGIC(0, "JAVA PROFILE 1.0.", "a Java heap dump; open it with a heap "
	      "analyser"),
	MAGIC(0, "go 1.", "a Go execution trace; get a profile out of it: "
	      "go tool trace -pprof=sched FILE | pprowl - (or net, sync, "
	      "syscall)"),
	MAGIC(0, "MZ", "a Windows program; name a profile made by it"),
	MAGIC(0, "!<arch>\n", "an archive of objects; name a profile"),
	MAGIC(0, "\x89PNG\r\n\x1a\n", "a PNG " PICTURE),
	MAGIC(0, "\xff\xd8\xff", "a JPEG " PICTURE),
	MAGIC(0, "GIF87a", "a GIF " PICTURE),
	MAGIC(0, "GIF89a", "a GIF " PICTURE),
	MAGIC(0, "%PDF-", "a PDF document; name the profile it was made from"),
	MAGIC(0, "SQLite format 3\0", "a database of SQLite; name a profile"),
	MAGIC(0, "\xca\xfe\xba\xbe", "a Java class or a program of macOS; "
	      "name a profile made by it"),
	MAGIC(0, "\xd4\xc3\xb2\xa1", "pcap, " PACKETS),
	MAGIC(0, "\xa1\xb2\xc3\xd4", "pcap, " PACKETS),
	MAGIC(0, "\x4d\x3c\xb2\xa1", "pcap, " PACKETS),
	MAGIC(0, "\xa1\xb2\x3c\x4d", "pcap, " PACKETS),
	MAGIC(0, "\x0a\x0d\x0d\x0a", "pcapng, " PACKETS),
};

#define OTHER_JSON \
	"JSON, but no profile of speedscope or V8; export pprof's format"

/* How text starts that is known by its first word, in lower case. */
static const struct {
	const char *word, *what;
} words[] = {
	{ "<!doctype html", "an HTML page, perhaps an error; look at it, and "
	  "check the URL it came from" },
	{ "<html", "an HTML page, perhaps an error; look at it, and check the "
	  "URL it came from" },
	{ "<?xml", "XML; name a profile in pprof's format" },
	{ "<svg", "an SVG picture; name the profile it was made from" },
	{ "{\"", OTHER_JSON },
	{ "[{", OTHER_JSON },
	{ "{}", OTHER_JSON },
	{ "[]", OTHER_JSON },
};

enum { ELF_TYPE = 16, ELF_CORE = 4 };

/* The type is two bytes, in the byte order that the sixth byte tells. */
static const char *sniff_elf(const uint8_t *at, size_t n)
{
	if (n < ELF_TYPE + 2 || memcmp(at, "\177ELF", 4))
		return NULL;
	if (at[ELF_TYPE] + at[ELF_TYPE + 1] == ELF_CORE)
		return "a core dump; open it with a debugger";
	return "an ELF file; it goes first, before the profile: "
	       "pprowl BINARY PROFILE";
}

/* Copies the start of text, lower case, white space left out. */
static void text_start(char *out, size_t size, const uint8_t *at, size_t n)
{
	size_t i, used = 0;

	for (i = n >= 3 && !memcmp(at, "\xef\xbb\xbf", 3) ? 3 : 0;
	     i < n && used + 1 < size; i++)
		if (!strchr(" \t\r\n", at[i]) || !at[i])
			out[used++] = (char)(at[i] >= 'A' && at[i] <= 'Z' ?
					     at[i] - 'A' + 'a' : at[i]);
	out[used] = '\0';
}

static const char *sniff_text(const uint8_t *at, size_t n)
{
	char start[32], word[32];
	size_t i;

	text_start(start, sizeof(start), at, n);
	for (i = 0; i < ARRAY_SIZE(words); i++) {
		text_start(word, sizeof(word), (const uint8_t *)words[i].word,
			   strlen(words[i].word));
		if (!strncmp(start, word, strlen(word)))
			return words[i].what;
	}
	return NULL;
}

/*
 * Text of perf script with frames, as it aligns them, of which the first does
 * not stand behind an event of a thread: -F has left one of both out.
 */
static bool is_perf(struct str text)
{
	struct str line, before = { "", 0 };
	struct perf_event event;

	while (scanline_next(&text, &line)) {
		if (line.n && *line.s == '\t' && perfline_is_frame(line))
			return !perfline_event(before, &event);
		before = line;
	}
	return false;
}

const char *sniff_other(const uint8_t *at, size_t n)
{
	const struct magic *m;
	const char *elf = sniff_elf(at, n);
	size_t i;

	if (elf)
		return elf;
	for (i = 0; i < ARRAY_SIZE(magics); i++) {
		m = &magics[i];
		if (n >= m->offset + m->n &&
		    !memcmp(at + m->offset, m->bytes, m->n))
			return m->what;
	}
	if (is_perf((struct str){ (const char *)at, n }))
		return "text of perf script without a thread or an event; "
		       "print both: perf script -F comm,tid,time,period,event,"
		       "ip,sym,dso | pprowl -";
	return sniff_text(at, n);
}

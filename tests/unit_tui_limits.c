/*
 * What may be taken from the machine, over made-up /proc and /sys trees, and
 * how sizes are written.
 */
#include "config.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/mem.h"
#include "tests/tap.h"
#include "tui/limits.h"

#define MB ((size_t)1 << 20)

static char root[] = "/tmp/unit_limits.XXXXXX";

/* Writes a file below the root, with the directories it needs. */
static void put(const char *path, const char *text)
{
	char full[PATH_MAX], *slash;
	FILE *file;

	snprintf(full, sizeof(full), "%s%s", root, path);
	slash = full + strlen(root);
	while ((slash = strchr(slash + 1, '/'))) {
		*slash = '\0';
		mkdir(full, 0700);
		*slash = '/';
	}
	file = fopen(full, "w");
	fputs(text, file);
	fclose(file);
}

static void wipe(void)
{
	char command[64];

	snprintf(command, sizeof(command), "rm -rf %s/proc %s/sys", root, root);
	if (system(command))
		puts("# cannot clean up");
}

static void check(size_t want, const char *what)
{
	is_int(limits_memory_below(root) / MB, want, "%s: %zu MB", what, want);
}

static void test_system(void)
{
	check(256, "nothing known");
	put("/proc/meminfo", "MemTotal:  9999999 kB\nMemFree:  8000000 kB\n");
	check(256, "only what is of no use");
	put("/proc/meminfo", "MemTotal:       24684092 kB\n"
	    "MemFree:          100 kB\nMemAvailable:    8388608 kB\n");
	check(4096, "half of what is available");
	put("/proc/meminfo", "MemAvailable:    524287 kB\n");
	check(256, "at least");
	put("/proc/meminfo", "MemAvailable:    18446744073709551615 kB\n");
	ok(limits_memory_below(root) <= SIZE_MAX / 2, "more than there can be");
	wipe();
}

static void test_version_2(void)
{
	put("/proc/meminfo", "MemAvailable:    8388608 kB\n");
	put("/proc/self/cgroup", "0::/a:b/unit\n");
	check(4096, "a group without files");
	put("/sys/fs/cgroup/a:b/unit/memory.max", "max\n");
	put("/sys/fs/cgroup/a:b/unit/memory.current", "1048576\n");
	check(4096, "a group without a limit");
	put("/sys/fs/cgroup/a:b/unit/memory.max", "2147483648\n");
	put("/sys/fs/cgroup/a:b/unit/memory.current", "1073741824\n");
	check(512, "what the group leaves");
	put("/sys/fs/cgroup/a:b/unit/memory.stat", "anon 1\n"
	    "inactive_file_x 5\ninactive_file 536870912\nfile 5\n");
	check(768, "old pages of files can go");
	put("/sys/fs/cgroup/a:b/memory.max", "1073741824\n");
	put("/sys/fs/cgroup/a:b/memory.current", "268435456\n");
	check(384, "the group around it leaves less");
	put("/sys/fs/cgroup/a:b/memory.current", "2147483648\n");
	check(256, "over its limit");
	put("/sys/fs/cgroup/a:b/memory.max", "max\n");
	put("/sys/fs/cgroup/memory.max", "1610612736\n");
	check(768, "the outermost, a container's own");
	put("/proc/self/cgroup", "0::/not/seen/here\n");
	check(768, "... when the path is the host's");
	put("/proc/self/cgroup", "0::/../../a:b/unit\n");
	check(768, "... or goes out of the container");
	put("/proc/meminfo", "MemAvailable:    1048576 kB\n");
	check(512, "the system has less");
	wipe();
}

static void test_version_1(void)
{
	put("/proc/meminfo", "MemAvailable:    8388608 kB\n");
	put("/proc/self/cgroup", "9:name=systemd:/\n5:cpu,memory,x:/job\n"
	    "4:memoryless:/\n0::/\n");
	put("/sys/fs/cgroup/memory/memory.limit_in_bytes",
	    "9223372036854771712\n");
	put("/sys/fs/cgroup/memory/memory.usage_in_bytes", "1073741824\n");
	check(4096, "a group without a limit");
	put("/sys/fs/cgroup/memory/job/memory.limit_in_bytes",
	    "3221225472\n");
	put("/sys/fs/cgroup/memory/job/memory.usage_in_bytes",
	    "2147483648\n");
	check(512, "what the group leaves");
	put("/sys/fs/cgroup/memory/job/memory.stat",
	    "inactive_file 5\ntotal_inactive_file 1073741824\n");
	check(1024, "old pages of files can go");
	put("/proc/self/cgroup", "4:memoryless:/job\n5:cpu:/job\n");
	check(4096, "groups of other kinds do not count");
	put("/proc/self/cgroup", "\nno line\n5:memory\n::\n");
	check(4096, "lines that are none");
	wipe();
}

static void test_here(void)
{
	size_t got = limits_memory();

	ok(got >= 256 * MB && got < SIZE_MAX / 2, "this machine");
}

static void test_parse(void)
{
	static const struct {
		const char *text;
		size_t want;
	} cases[] = {
		{ "1", 1 },
		{ "1000000", 1000000 },
		{ "007", 7 },
		{ "10b", 10 },
		{ "10B", 10 },
		{ "1k", 1024 },
		{ "1K", 1024 },
		{ "1kB", 1024 },
		{ "512MB", 512 * MB },
		{ "512mb", 512 * MB },
		{ "512m", 512 * MB },
		{ "1GiB", 1024 * MB },
		{ "2g", 2048 * MB },
		{ "3TiB", 3 * 1024 * 1024 * MB },
		{ "18446744073709551615", SIZE_MAX },
		{ "16777215T", (size_t)16777215 << 40 },
	};
	struct err err;
	size_t i, got;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		got = 0;
		ok(!limits_parse_size(cases[i].text, &got, &err) &&
		   got == cases[i].want, "%s is %zu", cases[i].text,
		   cases[i].want);
	}
}

static void test_refused(void)
{
	static const char *const cases[] = {
		"", "-5", "+5", "1e9", "10x", "0x10", "nan", "MB", "k", " 1",
		"1 ", "1 MB", "1.5GB", "1kk", "1ib", "1iB", "1MBs", "1MiBB",
		"10\n", "\x0b", "0", "0MB", "18446744073709551616",
		"99999999999999999999999999", "16777216T", "17179869184G",
	};
	struct err err;
	size_t i, got;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		got = 77;
		err.text[0] = '\0';
		ok(limits_parse_size(cases[i], &got, &err) == -1 && got == 77 &&
		   err.text[0], "refused, %zu: %s", i, err.text);
	}
	limits_parse_size("10x", &got, &err);
	is(err.text, "\"10x\" is not a size; write one like 512MB or 2GB",
	   "what is no size");
	limits_parse_size("16777216T", &got, &err);
	is(err.text, "\"16777216T\" is too large a size; write one like 512MB "
	   "or 2GB", "what is too large");
	limits_parse_size("5\x1b[2J", &got, &err);
	ok(!strchr(err.text, '\x1b'), "what is not fit to print");
}

static void test_oom_first(void)
{
	FILE *file;
	int got = 0;

	limits_oom_first();
	file = fopen("/proc/self/oom_score_adj", "r");
	if (!file) {
		ok(true, "oom_score_adj # SKIP there is none");
		return;
	}
	ok(fscanf(file, "%d", &got) == 1 && got == 1000, "the first to go");
	fclose(file);
}

int main(void)
{
	if (!mkdtemp(root))
		return 1;
	test_system();
	test_version_2();
	test_version_1();
	test_here();
	test_parse();
	test_refused();
	test_oom_first();
	ok(!rmdir(root), "the directory is gone");
	return tap_done();
}

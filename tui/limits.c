#include "config.h"

#include "tui/limits.h"

#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "model/input.h"
#include "model/mem.h"

#define MEMORY_LEAST ((uint64_t)256 << 20)

/*
 * How the two versions of control groups name things.  A group of version 1
 * without a limit has one that is larger than any memory.
 */
static const struct cgroup {
	const char *controller;	/* in /proc/self/cgroup */
	const char *mount, *limit, *usage, *cache;
} cgroups[] = {
	{ "", "/sys/fs/cgroup", "memory.max", "memory.current",
	  "inactive_file" },
	{ "memory", "/sys/fs/cgroup/memory", "memory.limit_in_bytes",
	  "memory.usage_in_bytes", "total_inactive_file" },
};

static FILE *open_below(const char *root, const char *path)
{
	char full[PATH_MAX];
	int n = snprintf(full, sizeof(full), "%s%s", root, path);

	if (n < 0 || (size_t)n >= sizeof(full))
		return NULL;
	return fopen(full, "re");
}

/* Reads the number behind a word that starts a line; false without it. */
static bool read_word(FILE *file, const char *word, uint64_t *value)
{
	char line[512];
	size_t n = strlen(word);
	bool is_found = false;

	while (!is_found && fgets(line, sizeof(line), file))
		is_found = !strncmp(line, word, n) &&
			   sscanf(line + n, " %" SCNu64, value) == 1;
	return is_found;
}

static bool read_file(const char *root, const char *path, const char *word,
		      uint64_t *value)
{
	FILE *file = open_below(root, path);
	bool is_found;

	if (!file)
		return false;
	is_found = read_word(file, word, value);
	fclose(file);
	return is_found;
}

/* The same for a file of a control group. */
static bool read_group(const char *root, const char *group, const char *name,
		       const char *word, uint64_t *value)
{
	char path[PATH_MAX];
	int n = snprintf(path, sizeof(path), "%s/%s", group, name);

	return n > 0 && (size_t)n < sizeof(path) &&
	       read_file(root, path, word, value);
}

/*
 * What one group leaves.  File pages that nobody used lately count as used but
 * make room when asked to.
 */
static uint64_t group_left(const char *root, const struct cgroup *kind,
			   const char *group)
{
	uint64_t limit, usage = 0, cache = 0;

	if (!read_group(root, group, kind->limit, "", &limit))
		return UINT64_MAX;
	read_group(root, group, kind->usage, "", &usage);
	read_group(root, group, "memory.stat", kind->cache, &cache);
	usage -= cache < usage ? cache : usage;
	return limit > usage ? limit - usage : 0;
}

/*
 * The least that a group and the groups around it leave.  In a container the
 * path may name groups that only the host sees; the mount is then the
 * container's own.
 */
static uint64_t groups_left(const char *root, const struct cgroup *kind,
			    const char *path)
{
	char group[PATH_MAX];
	size_t top = strlen(kind->mount);
	uint64_t left, least = UINT64_MAX;
	char *slash;

	if (strstr(path, "/.."))
		path = "";
	if (top + strlen(path) >= sizeof(group))
		path = "";
	snprintf(group, sizeof(group), "%s%s", kind->mount, path);
	do {
		left = group_left(root, kind, group);
		if (left < least)
			least = left;
		slash = strrchr(group, '/');
		*slash = '\0';
	} while (slash >= group + top);
	return least;
}

/* Whether a comma-separated list holds the word; "" is the list of none. */
static bool list_has(const char *list, const char *word)
{
	size_t n = strlen(word), len;

	for (;; list += len + 1) {
		len = strcspn(list, ",");
		if (len == n && !memcmp(list, word, n))
			return true;
		if (!list[len])
			return false;
	}
}

/* Takes a line "ID:CONTROLLERS:PATH" of /proc/self/cgroup. */
static uint64_t line_left(const char *root, char *line)
{
	char *list = strchr(line, ':'), *path;
	uint64_t left, least = UINT64_MAX;
	size_t i;

	path = list ? strchr(list + 1, ':') : NULL;
	if (!path)
		return UINT64_MAX;
	list++;
	*path++ = '\0';
	path[strcspn(path, "\n")] = '\0';
	for (i = 0; i < ARRAY_SIZE(cgroups); i++) {
		if (!list_has(list, cgroups[i].controller))
			continue;
		left = groups_left(root, &cgroups[i], path);
		if (left < least)
			least = left;
	}
	return least;
}

static uint64_t cgroup_left(const char *root)
{
	FILE *file = open_below(root, "/proc/self/cgroup");
	uint64_t left, least = UINT64_MAX;
	char line[PATH_MAX];

	if (!file)
		return UINT64_MAX;
	while (fgets(line, sizeof(line), file)) {
		left = line_left(root, line);
		if (left < least)
			least = left;
	}
	fclose(file);
	return least;
}

size_t limits_memory_below(const char *root)
{
	uint64_t kb, left = cgroup_left(root);

	if (read_file(root, "/proc/meminfo", "MemAvailable:", &kb) &&
	    kb < left / 1024)
		left = kb * 1024;
	/* Nothing is known: better a limit to raise than a machine in need. */
	if (left == UINT64_MAX)
		left = 0;
	left /= 2;
	if (left < MEMORY_LEAST)
		left = MEMORY_LEAST;
	return left < SIZE_MAX / 2 ? (size_t)left : SIZE_MAX / 2;
}

size_t limits_memory(void)
{
	return limits_memory_below("");
}

void limits_oom_first(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return;
	n = write(fd, "1000", 4);
	(void)n;
	close(fd);
}

/* How far the suffix shifts a size; -1 when it is none. */
static int suffix_shift(const char *suffix)
{
	static const char letters[] = "kmgt";
	const char *letter;
	int shift = 0;
	char c = (char)(*suffix | 0x20);

	letter = *suffix ? strchr(letters, c) : NULL;
	if (letter) {
		shift = 10 * (int)(letter - letters + 1);
		suffix++;
		if (*suffix == 'i')
			suffix++;
	}
	if (*suffix == 'B' || *suffix == 'b')
		suffix++;
	return *suffix ? -1 : shift;
}

static int fail_size(const char *text, const char *why, struct err *err)
{
	char escaped[64];

	input_escape(escaped, sizeof(escaped), text);
	return err_fail(err, "\"%s\" is %s; write one like 512MB or 2GB",
			escaped, why);
}

int limits_parse_size(const char *text, size_t *bytes, struct err *err)
{
	const char *s = text;
	size_t n = 0, digit;
	int shift;

	for (; *s >= '0' && *s <= '9'; s++) {
		digit = (size_t)(*s - '0');
		if (n > (SIZE_MAX - digit) / 10)
			return fail_size(text, "too large a size", err);
		n = n * 10 + digit;
	}
	shift = s > text ? suffix_shift(s) : -1;
	if (shift < 0)
		return fail_size(text, "not a size", err);
	if (n > SIZE_MAX >> shift)
		return fail_size(text, "too large a size", err);
	if (!n)
		return fail_size(text, "no size to work with", err);
	*bytes = n << shift;
	return 0;
}

#include "config.h"

#include "model/helper.h"

#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/mem.h"
#include "model/program.h"

static bool has_owner(const struct stat *st, const struct stat *ours)
{
	return st->st_uid == 0 || st->st_uid == ours->st_uid;
}

/* Whether nobody writes it who may not write the program that runs. */
static bool is_ours(const struct stat *st, const struct stat *ours)
{
	if (!has_owner(st, ours))
		return false;
	if ((st->st_mode & S_IWGRP) &&
	    !((ours->st_mode & S_IWGRP) && st->st_gid == ours->st_gid))
		return false;
	return !(st->st_mode & S_IWOTH) || (ours->st_mode & S_IWOTH);
}

/*
 * In a folder with the sticky bit, too, nobody replaces a file of ours but the
 * folder's owner.
 */
static bool is_trusted(const char *dir, const char *path,
		       const struct stat *ours)
{
	struct stat st, folder;

	if (stat(path, &st) || !is_ours(&st, ours) || stat(dir, &folder))
		return false;
	return is_ours(&folder, ours) ||
	       ((folder.st_mode & S_ISVTX) && has_owner(&folder, ours));
}

/* The folder of the program that runs. */
static bool find_ours(struct buf *dir, struct stat *st)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0 || stat("/proc/self/exe", st))
		return false;
	path[n] = '\0';
	buf_add(dir, path, (size_t)(strrchr(path, '/') - path));
	return true;
}

static bool find_near(struct buf *path, const char *name)
{
	static const char *const places[] = { "", "/../libexec/pprowl" };
	struct buf dir = BUF_INIT, ours_dir = BUF_INIT;
	size_t start = path->n;
	struct stat ours;
	bool is_found = false;

	if (!find_ours(&ours_dir, &ours))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(places) && !is_found; i++) {
		buf_clear(&dir);
		buf_addf(&dir, "%s%s", buf_str(&ours_dir), places[i]);
		path->n = start;
		buf_addf(path, "%s/%s", buf_str(&dir), name);
		is_found = program_is_there(path->s + start) &&
			   is_trusted(buf_str(&dir), path->s + start, &ours);
	}
	buf_release(&ours_dir);
	buf_release(&dir);
	return is_found;
}

bool helper_find(struct buf *path, const char *name)
{
	size_t start = path->n;

	if (find_near(path, name))
		return true;
	path->n = start;
	buf_addf(path, "%s/%s", PKGLIBEXECDIR, name);
	if (program_is_there(path->s + start))
		return true;
	path->n = start;
	path->s[start] = '\0';
	return false;
}

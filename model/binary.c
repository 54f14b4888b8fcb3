#include "config.h"

#include "model/binary.h"

#include <ctype.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/path.h"

enum { BUILD_ID_LETTERS = 2 * ELF_BUILD_ID_MAX };

/* One binary_open under way. */
struct hunt {
	struct binary *binary;
	struct str file, build_id;	/* of the mapping */
	struct str dir;			/* of the search path */
	struct buf id;			/* the build id, when it is one */
	struct buf base, parent;	/* of the file; without a file, empty */
	const struct binary_query *query;
};

/* Whether the file at a path is the mapping's. */
static bool is_found(struct hunt *h, const char *path)
{
	struct elf *elf = &h->binary->elf;
	struct buf text = BUF_INIT;
	struct err err;
	bool is_same;

	if (elf_read(elf, path, &err))
		return false;
	is_same = !h->build_id.n ||
		  !str_cmp(h->build_id, (struct str){
			elf->build_id, strlen(elf->build_id)
		  });
	if (is_same) {
		buf_adds(&h->binary->path, path);
	} else {
		buf_addf(&text, "Ignoring local file %s: build-id mismatch "
			 "(%s != %s)", path, h->build_id.s, elf->build_id);
		h->query->warn(h->query->data, buf_str(&text));
	}
	buf_release(&text);
	return is_same;
}

/* Tries dir/a/b, cleaned up; a part that is empty is left out. */
static bool try_path(struct hunt *h, const char *a, const char *b,
		     const char *end)
{
	struct buf joined = BUF_INIT, path = BUF_INIT;
	bool result;

	buf_add(&joined, h->dir.s, h->dir.n);
	buf_addf(&joined, "/%s/%s%s", a, b, end);
	path_clean(&path, (struct str){ joined.s, joined.n });
	result = is_found(h, buf_str(&path));
	buf_release(&joined);
	buf_release(&path);
	return result;
}

/* Tries all that is in dir/BUILD_ID. */
static bool try_folder(struct hunt *h)
{
	struct buf dir = BUF_INIT;
	bool result = false;
	glob_t found;

	for (size_t i = 0; i < h->dir.n; i++) {
		if (strchr("*?[\\", h->dir.s[i]))
			buf_addc(&dir, '\\');
		buf_addc(&dir, h->dir.s[i]);
	}
	buf_addf(&dir, "/%s/*", h->id.s);
	if (!glob(buf_str(&dir), 0, NULL, &found)) {
		for (size_t i = 0; i < found.gl_pathc && !result; i++)
			result = is_found(h, found.gl_pathv[i]);
		globfree(&found);
	}
	buf_release(&dir);
	return result;
}

static bool try_id(struct hunt *h)
{
	const char *id = buf_str(&h->id);
	char start[3];

	if (!h->id.n)
		return false;
	snprintf(start, sizeof(start), "%.2s", id);
	return try_path(h, id, buf_str(&h->base), "") || try_folder(h) ||
	       (h->file.n && try_path(h, h->file.s, id, "")) ||
	       try_path(h, start, id + 2, ".debug");
}

static bool try_name(struct hunt *h)
{
	const char *base = buf_str(&h->base), *parent = buf_str(&h->parent);
	struct buf beside = BUF_INIT, apart = BUF_INIT;
	bool result;

	if (!h->file.n)
		return false;
	buf_addf(&beside, "%s/.debug", parent);
	buf_addf(&apart, "usr/lib/debug/%s", parent);
	result = try_path(h, "", base, "") || try_path(h, "", h->file.s, "") ||
		 try_path(h, "", h->file.s, ".debug") ||
		 try_path(h, buf_str(&beside), base, ".debug") ||
		 try_path(h, buf_str(&apart), base, ".debug");
	buf_release(&beside);
	buf_release(&apart);
	return result;
}

static bool is_build_id(struct str id)
{
	if (id.n < 2 || id.n % 2 || id.n > BUILD_ID_LETTERS)
		return false;
	for (size_t i = 0; i < id.n; i++) {
		if (!isxdigit((unsigned char)id.s[i]))
			return false;
	}
	return true;
}

/* What a path is without its base, as Go's filepath.Dir has it. */
static void add_parent(struct buf *out, struct str path)
{
	while (path.n && path.s[path.n - 1] != '/')
		path.n--;
	path_clean(out, path);
}

static void hunt_start(struct hunt *h)
{
	struct str base;

	if (is_build_id(h->build_id))
		buf_add(&h->id, h->build_id.s, h->build_id.n);
	if (!h->file.n)
		return;
	base = str_base(h->file);
	buf_add(&h->base, base.s, base.n);
	add_parent(&h->parent, h->file);
}

static bool hunt_run(struct hunt *h, const char *dirs)
{
	bool is_more = *dirs;
	size_t n;

	for (; is_more; dirs += n + is_more) {
		n = strcspn(dirs, ":");
		is_more = dirs[n] == ':';
		h->dir = (struct str){ n ? dirs : ".", n ? n : 1 };
		if (try_id(h) || try_name(h))
			return true;
	}
	return false;
}

void binary_add_search_path(struct buf *out)
{
	const char *dirs = getenv("PPROF_BINARY_PATH"), *home = getenv("HOME");

	if (dirs && *dirs)
		buf_adds(out, dirs);
	else
		buf_addf(out, "%s%spprof/binaries", home ? home : "",
			 home && *home ? "/" : "");
}

/* A path that a program does not take for an option. */
static void add_path(struct buf *out, struct str file)
{
	if (*file.s == '-')
		buf_adds(out, "./");
	buf_add(out, file.s, file.n);
}

static bool hunt_binary(struct binary *binary,
			const struct binary_query *query)
{
	const struct profile *p = query->profile;
	struct hunt h = {
		.binary = binary, .query = query,
		.file = profile_str(p, query->mapping->file),
		.build_id = profile_str(p, query->mapping->build_id),
	};
	struct buf dirs = BUF_INIT;
	bool result;

	binary_add_search_path(&dirs);
	hunt_start(&h);
	result = hunt_run(&h, buf_str(&dirs));
	buf_release(&dirs);
	buf_release(&h.id);
	buf_release(&h.base);
	buf_release(&h.parent);
	return result;
}

int binary_open(struct binary *binary, const struct binary_query *query,
		struct err *err)
{
	struct str file = profile_str(query->profile, query->mapping->file);

	*binary = (struct binary){ .path = BUF_INIT };
	if (memchr(file.s, '\0', file.n))
		return err_fail(err, "a mapping's file name holds a NUL byte");
	if (!query->is_chosen && hunt_binary(binary, query))
		return 0;
	if (query->is_special)
		return err_fail(err, "%.200s: it is no file", file.s);
	add_path(&binary->path, file);
	return elf_read(&binary->elf, buf_str(&binary->path), err);
}

void binary_release(struct binary *binary)
{
	buf_release(&binary->path);
}

bool binary_is_special(struct str file)
{
	struct str base = str_base(file);

	return str_starts(base, "[") || str_starts(base, "linux-vdso") ||
	       str_starts(file, "/dev/dri/") || str_is(file, "//anon") ||
	       !file.n || str_starts(file, "/memfd:");
}

bool binary_needs_kernel(const struct binary *binary,
			 const struct mapping *m)
{
	return (m->start | m->limit | m->offset) % 4096 ||
	       (binary->path.n && strstr(binary->path.s, "vmlinux"));
}

bool binary_base(const struct binary *binary, const struct mapping *m,
		 const uint64_t *kernel, uint64_t address, uint64_t *base)
{
	struct elf_mapping mapping = {
		.start = m->start, .limit = m->limit, .offset = m->offset,
		.kernel = kernel,
	};

	return elf_base(&binary->elf, &mapping, address, base);
}

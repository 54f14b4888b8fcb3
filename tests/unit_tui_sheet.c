/*
 * tui/sheet and tui/shelf: which rows a function, its files and what is not
 * found make, and that each weight is found again in its row.
 */
#include "config.h"

#include "tui/sheet.h"

#include <stdlib.h>

#include "tests/build.h"
#include "tests/tap.h"
#include "tui/lines_job.h"

static struct mem mem;

static const char two_files[] =
	"type cpu ns\n"
	"func 1 f a.go 2\n"
	"func 2 f b.go 0\n"
	"func 3 g a.go 0\n"
	"func 4 h - 0\n"
	"map 1 4096 8192 0 /bin/x -\n"
	"loc 1 1 4100 1:3\n"
	"loc 2 1 4200 1:9\n"
	"loc 3 1 4300 1:0\n"
	"loc 4 1 4400 2:1\n"
	"loc 5 1 4500 3:2\n"
	"loc 6 1 4600\n"
	"loc 7 1 4700 4:7\n"
	"row 1 100\n"
	"row 2 50\n"
	"row 3 20\n"
	"row 4 10\n"
	"row 5 5\n"
	"row 6 3\n"
	"row 7 1\n";

/* A profile, its lines and the sheet of a name in it. */
struct desk {
	struct profile profile;
	struct lines_job *lines;
	struct options options;
	struct shelf shelf;
	struct sheet sheet;
};

static void desk_init(struct desk *d, const char *name, enum lines_by by)
{
	struct view view = { .compare = COMPARE_CURRENT };
	struct lines_key key = { .by = by };

	build_from(&d->profile, &mem, two_files);
	key.name = strings_intern(&d->profile.strings, name, strlen(name));
	key.object = strings_intern(&d->profile.strings, "/bin/x", 6);
	d->lines = lines_job_new(&d->profile, &view, by);
	d->lines->job.ops->run(&d->lines->job);
	options_init(&d->options);
	shelf_init(&d->shelf, &mem, &d->options);
	sheet_init(&d->sheet, &d->lines->lines, &key);
	sheet_open(&d->sheet, &d->shelf);
}

static void desk_release(struct desk *d)
{
	sheet_release(&d->sheet);
	shelf_release(&d->shelf);
	options_release(&d->options);
	job_free(&d->lines->job);
	profile_release(&d->profile);
}

/* What looking for a file might have found. */
static void find_text(struct shelf_file *file, const char *text)
{
	struct source_embedded embedded = { "f", text, strlen(text) };
	struct source_search search = { .embedded = &embedded,
					.n_embedded = 1 };

	source_load(&search, "f", 1, &mem, &file->found);
	file->is_done = true;
}

static void find_nothing(struct shelf_file *file)
{
	struct source_search search = { .source_path = "/nowhere/at/all" };

	source_load(&search, "no/such/file.go", 15, &mem, &file->found);
	file->is_done = true;
}

/* All rows, a line each: kind, line, flat, text. */
static void dump(const struct sheet *sheet, struct buf *out)
{
	static const char *const kinds[] = {
		[SOURCE_LINE] = "line", [SOURCE_ADDRESS] = "address",
		[SOURCE_HEADING] = "heading", [SOURCE_REMARK] = "remark",
		[SOURCE_PATH] = "path",
	};

	for (size_t i = 0; i < sheet->n_rows; i++) {
		struct sheet_row row = sheet_at(sheet, i);

		buf_adds(out, kinds[row.row.kind]);
		if (row.row.kind == SOURCE_ADDRESS)
			buf_addf(out, " %d", (int)row.row.address);
		if (row.row.kind == SOURCE_LINE)
			buf_addf(out, " %d", (int)row.row.line);
		if (row.weight < sheet->listing.rows.n)
			buf_addf(out, " %d", (int)row.row.flat.v[0]);
		buf_adds(out, row.row.is_outside ? " out" : "");
		buf_addc(out, ' ');
		buf_add(out, row.row.text.s, row.row.text.n);
		buf_addc(out, '\n');
	}
}

static void check(const struct sheet *sheet, const char *want,
		  const char *what)
{
	struct buf out = BUF_INIT;

	dump(sheet, &out);
	is(buf_str(&out), want, "%s", what);
	buf_release(&out);
}

static void check_found(const struct sheet *sheet, const char *what)
{
	bool is_found = true;

	for (size_t i = 0; i < sheet->listing.rows.n; i++) {
		size_t row = sheet_find_weight(sheet, i);

		is_found &= row < sheet->n_rows &&
			    sheet_at(sheet, row).weight == i;
	}
	ok(is_found, "%s: each weight is found in its row", what);
}

static void test_two_files(void)
{
	struct desk d;

	desk_init(&d, "f", LINES_BY_FUNCTION);
	ok(sheet_is_waiting(&d.sheet), "files are waited for");
	sheet_arrange(&d.sheet);
	check(&d.sheet,
	      "heading a.go\n"
	      "line 0 20 \n"
	      "line 3 100 \n"
	      "line 9 50 \n"
	      "heading b.go\n"
	      "line 1 10 \n", "weights without any text");
	check_found(&d.sheet, "without a text");
	is_int(sheet_find_line(&d.sheet, 0, 4), 3, "the next weight is near");
	is_int(sheet_find_line(&d.sheet, 0, 10), 3, "or the last one");
	is_int(sheet_last_line(&d.sheet), 9, "the last line is a weight's");

	find_text(d.sheet.parts[0].file, "package p\nfunc f() {\n\tg()\n}\n"
					 "\nvar x int\n");
	find_text(d.sheet.parts[1].file, "one\n");
	ok(!sheet_is_waiting(&d.sheet), "until all are done");
	sheet_arrange(&d.sheet);
	check(&d.sheet,
	      "heading a.go\n"
	      "line 0 20 \n"
	      "line 1 out package p\n"
	      "line 2 func f() {\n"
	      "line 3 100 \tg()\n"
	      "line 4 }\n"
	      "line 5 \n"
	      "line 6 var x int\n"
	      "line 9 50 \n"
	      "heading b.go\n"
	      "line 1 10 one\n", "text, and weights before and past it");
	check_found(&d.sheet, "with a text");
	is_int(sheet_find_line(&d.sheet, 0, 4), 5, "a line of the text");
	is_int(sheet_find_line(&d.sheet, 0, 8), 8, "one past its end");
	is_int(sheet_find_line(&d.sheet, 1, 1), 10, "one of another part");
	desk_release(&d);
}

static void test_not_found(void)
{
	struct desk d;

	desk_init(&d, "g", LINES_BY_FUNCTION);
	find_nothing(d.sheet.parts[0].file);
	sheet_arrange(&d.sheet);
	is_int(d.sheet.n_rows, 2 + d.sheet.parts[0].file->found.n_tried,
	       "what was tried is listed below the weights");
	ok(d.sheet.parts[0].file->found.n_tried > 0, "something was");
	is_int(sheet_at(&d.sheet, 1).row.kind, SOURCE_REMARK, "a heading");
	is_int(sheet_at(&d.sheet, 2).row.kind, SOURCE_PATH, "and paths");
	is(sheet_at(&d.sheet, 2).row.text.s,
	   source_tried(&d.sheet.parts[0].file->found, 0), "in order");
	check_found(&d.sheet, "without a file");
	desk_release(&d);

	desk_init(&d, "h", LINES_BY_FUNCTION);
	ok(!d.sheet.parts[0].file, "no file is looked for without a name");
	sheet_arrange(&d.sheet);
	check(&d.sheet, "line 7 1 \n", "the weights are shown");
	desk_release(&d);

	desk_init(&d, "-", LINES_BY_OBJECT);
	sheet_arrange(&d.sheet);
	check(&d.sheet, "address 4600 3 \n", "without names, addresses are");
	check_found(&d.sheet, "by address");
	desk_release(&d);
}

static void test_shelf(void)
{
	struct str a = { "a", 1 }, b = { "b", 1 };
	struct shelf_file *file;
	struct options options;
	struct shelf shelf;

	options_init(&options);
	shelf_init(&shelf, &mem, &options);
	file = shelf_get(&shelf, a);
	ok(file->is_due && !file->is_done, "a new file is due");
	ok(shelf_get(&shelf, a) == file, "one path is one file");
	ok(shelf_get(&shelf, b) != file, "another is another");
	ok(shelf_is_current(&shelf, file), "it is looked for as options say");
	options.source_path = "/x";
	ok(!shelf_is_current(&shelf, file), "which may change");
	ok(shelf_get(&shelf, a) != file, "then it is another file");
	file->is_used = true;
	shelf_sweep(&shelf);
	ok(shelf.files == file && !file->next, "a sweep leaves what is used");
	shelf_sweep(&shelf);
	ok(!shelf.files, "once");
	shelf_release(&shelf);
	options_release(&options);
}

static struct shelf_file *fetch(struct shelf *shelf, const char *path,
				struct worker *reader)
{
	struct shelf_file *file = shelf_get(shelf, (struct str){
		path, strlen(path)
	});
	struct job *job;

	shelf_fetch(shelf, reader);
	worker_wait(reader);
	while ((job = worker_take(reader)))
		shelf_take(shelf, job);
	return file;
}

static void test_fetch(void)
{
	struct shelf_file *file;
	struct options options;
	struct worker reader;
	struct shelf shelf;
	struct err err;

	options_init(&options);
	options.demo = true;
	shelf_init(&shelf, &mem, &options);
	if (worker_init(&reader, &err))
		abort();
	file = fetch(&shelf, "demo/main.go", &reader);
	ok(file->is_done && !file->is_due, "a job looks for what is due");
	is_int(file->found.status, SOURCE_OPENED, "and the demo has its own");
	file = fetch(&shelf, "/proc/self/environ", &reader);
	ok(file->is_done && file->found.status != SOURCE_OPENED,
	   "what may not be shown is not");
	file->consent = file->is_due = true;
	ok(fetch(&shelf, "/proc/self/environ", &reader) == file &&
	   file->found.status == SOURCE_REFUSED,
	   "not even when it is asked for; but it is looked at again");
	worker_release(&reader);
	shelf_release(&shelf);
	options_release(&options);
}

int main(void)
{
	test_two_files();
	test_not_found();
	test_shelf();
	test_fetch();
	is_int(mem.used, 0, "all memory was given back");
	return tap_done();
}

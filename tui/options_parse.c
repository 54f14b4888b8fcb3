#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/fetches.h"
#include "model/format.h"
#include "model/mem.h"
#include "tui/limits.h"
#include "tui/nearest.h"
#include "tui/option.h"
#include "tui/options.h"
#include "tui/symbolize.h"

/*
 * A command line as it is read: what is chosen among several counts once all
 * is said, since what is said later may take it back (google/pprof,
 * internal/driver/cli.go).
 */
struct command_line {
	struct options *o;
	int argc;
	char **argv;
	int at;
	bool is_chosen[OPTIONS_MAX];		/* an option each */
	const char *texts[OPTIONS_MAX];		/* the regexp given with it */
};

/* Whether it is one of several to choose from. */
static bool is_choice(const struct option *option)
{
	return option->kind > KIND_BOOL && option->kind <= KIND_ELSEWHERE_OF;
}

static bool is_report(const struct option *option)
{
	return option->kind == KIND_REPORT || option->kind == KIND_REPORT_OF ||
	       option->kind == KIND_ELSEWHERE ||
	       option->kind == KIND_ELSEWHERE_OF;
}

/* What Go's strconv.ParseBool takes; and y, yes, n, no of pprof's shell. */
static int parse_bool(const char *text, bool *value)
{
	static const char *const words[2][9] = {
		{ "0", "f", "F", "false", "FALSE", "False", "n", "no" },
		{ "1", "t", "T", "true", "TRUE", "True", "y", "yes", "" },
	};

	for (int truth = 0; truth < 2; truth++) {
		for (size_t i = 0; i < 9 && words[truth][i]; i++) {
			if (!strcmp(words[truth][i], text)) {
				*value = truth;
				return 0;
			}
		}
	}
	return -1;
}

/* With Go's prefixes of bases that C knows, 0x and 0. */
static int parse_int(const char *text, int64_t *value, struct err *err)
{
	char *end;
	long long v;

	errno = 0;
	v = strtoll(text, &end, 0);
	if (end == text || *end || isspace((unsigned char)*text))
		return err_fail(err, "parse error");
	if (errno)
		return err_fail(err, "value out of range");
	*value = v;
	return 0;
}

static int parse_float(const char *text, double *value, struct err *err)
{
	char *end;
	double v;

	v = strtod(text, &end);
	if (end == text || *end || isspace((unsigned char)*text))
		return err_fail(err, "parse error");
	if (!isfinite(v))
		return err_fail(err, "value out of range");
	*value = v;
	return 0;
}

static int set_filter(struct options *options, const struct option *option,
		      const char *value, struct err *err)
{
	enum filter_kind kind = (enum filter_kind)option->number;

	filters_remove_kind(&options->filters, kind);
	if (*value && !filters_add(&options->filters, kind, value))
		return err_fail(err, "more than %d filters", FILTERS_MAX);
	return 0;
}

static int set_when(const char **field, const char *value, struct err *err)
{
	static const char *const words[] = { "auto", "always", "never" };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (!strcmp(value, words[i])) {
			*field = value;
			return 0;
		}
	}
	return err_fail(err, "must be auto, always or never");
}

/* Sets the field of an option that has one. */
static int set_field(struct options *o, const struct option *option,
		     const char *value, struct err *err)
{
	void *field = (char *)o + option->offset;

	switch (option->kind) {
	case KIND_INT:
		return parse_int(value, field, err);
	case KIND_FLOAT:
		return parse_float(value, field, err);
	case KIND_STRING:
		*(const char **)field = value;
		return 0;
	case KIND_WHEN:
		return set_when(field, value, err);
	case KIND_SIZE:
		return limits_parse_size(value, field, err);
	case KIND_FILTER:
		return set_filter(o, option, value, err);
	default:
		return parse_bool(value, field) ?
		       err_fail(err, "parse error") : 0;
	}
}

/* What -lines and -cum stand for. */
static void apply_choice(struct options *o, const struct option *option)
{
	if (option->kind == KIND_GRAIN)
		o->granularity = (enum granularity)option->number;
	else if (option->kind == KIND_SORT)
		o->print.by_cum = option->number;
}

static const char *keep_copy(struct options *o, const char *value)
{
	size_t size = (o->n_copies + 1) * sizeof(*o->copies);
	char **copies = realloc(o->copies, size);

	if (!copies)
		die("out of memory: an option");
	o->copies = copies;
	o->copies[o->n_copies] = strdup(value);
	if (!o->copies[o->n_copies])
		die("out of memory: an option");
	return o->copies[o->n_copies++];
}

/* The reason for the prompt; the command line's is as in the reference. */
static int fail_value(const struct option *option, const char *value,
		      struct err *err)
{
	static const char *const wanted[] = {
		[KIND_BOOL] = "neither true nor false",
		[KIND_INT] = "not a whole number",
		[KIND_FLOAT] = "not a number",
	};

	if (option->kind < ARRAY_SIZE(wanted) && wanted[option->kind])
		err_set(err, "%s", wanted[option->kind]);
	return err_within(err, "%s=%.80s", option->name, value);
}

/* What is switched off is as if it had not been said. */
static int set_choice(struct options *o, const struct option *option,
		      const char *value, struct err *err)
{
	bool is_true;

	if (parse_bool(value, &is_true))
		return err_fail(err, "%s=%.80s: neither true nor false",
				option->name, value);
	if (is_true)
		apply_choice(o, option);
	return 0;
}

/* sort=cum */
static int set_one_of(struct options *o, const struct option_choice *choice,
		      const char *value, struct err *err)
{
	const struct option *option = option_find(value, strlen(value));
	struct buf names = BUF_INIT;

	if (option && option->kind == choice->kind) {
		apply_choice(o, option);
		return 0;
	}
	for (size_t i = 0; (option = option_choice_value(choice, i)); i++)
		buf_addf(&names, "%s%s", i ? ", " : "", option->name);
	err_set(err, "%s=%.80s: must be one of %s", choice->name, value,
		buf_str(&names));
	buf_release(&names);
	return -1;
}

int options_set(struct options *o, const char *name, const char *value,
		struct err *err)
{
	const struct option *option = option_find(name, strlen(name));
	const struct option_choice *choice =
		option_choice_find(name, strlen(name));
	const char *kept;

	if (choice)
		return set_one_of(o, choice, value, err);
	if (!option)
		return err_fail(err, "%.80s: no such action or option; Tab "
				"completes their names", name);
	if (option->kind == KIND_TYPE)
		return err_fail(err, "%s: takes no value; sample_index=%s "
				"shows that type", name, option->text);
	if (!option_is_live(option))
		return option_fail_live(option, err);
	if (is_choice(option))
		return set_choice(o, option, value, err);
	kept = keep_copy(o, value);
	if (set_field(o, option, kept, err))
		return fail_value(option, kept, err);
	return 0;
}

static size_t place_of(const struct option *option)
{
	return (size_t)(option - option_at(0));
}

/* Notes what was chosen, a regexp that is empty chooses nothing. */
static int choose(struct command_line *line, const struct option *option,
		  const char *value, struct err *err)
{
	size_t at = place_of(option);

	line->texts[at] = value;
	line->is_chosen[at] = *value != '\0';
	if (!option_has_value(option) &&
	    parse_bool(value, &line->is_chosen[at]))
		return err_fail(err, "parse error");
	return 0;
}

/* An option with what is said when it is set. */
static void note_set(struct command_line *line, const struct option *option,
		     const char *value)
{
	if (is_choice(option) || !option->text)
		return;
	buf_addf(&line->o->notes, "-%s", option->name);
	if (option_has_value(option))
		buf_addf(&line->o->notes, "=%.80s", value);
	buf_addf(&line->o->notes, ": %s\n", option->text);
}

static int take_value(struct command_line *line, const struct option *option,
		      const char *value, struct err *err)
{
	struct err why;

	if (is_choice(option) ? choose(line, option, value, &why) :
				set_field(line->o, option, value, &why))
		return option_has_value(option) ?
		       err_fail(err, "invalid value \"%.80s\" for flag -%s: "
				"%.400s", value, option->name, why.text) :
		       err_fail(err, "invalid boolean value \"%.80s\" for "
				"-%s: %.400s", value, option->name, why.text);
	note_set(line, option, value);
	return 0;
}

static int fail_unknown(const char *text, const char *name, size_t n,
			struct err *err)
{
	struct nearest nearest = nearest_of((struct str){ name, n });
	const struct option *option;

	if (!n || *name == '-')
		return err_fail(err, "bad flag syntax: %.80s", text);
	for (size_t i = 0; (option = option_at(i)); i++) {
		if (option->help)
			nearest_offer(&nearest, option->name);
	}
	return err_fail(err, "flag provided but not defined: -%.*s; %s%s%s"
			"pprowl -help lists all", n < 80 ? (int)n : 80, name,
			nearest.name ? "did you mean -" : "",
			nearest.name ? nearest.name : "",
			nearest.name ? "?  " : "");
}

/* Takes one option; a value may be in the next argument. */
static int parse_option(struct command_line *line, struct err *err)
{
	const char *text = line->argv[line->at];
	const char *name = text + 1 + (text[1] == '-');
	size_t n = strcspn(name, "=");
	const struct option *option = option_find(name, n);

	if (!option && !strcmp(name, "h"))
		option = option_find("help", 4);
	if (!option)
		return fail_unknown(text, name, n, err);
	if (name[n] == '=')
		return take_value(line, option, name + n + 1, err);
	if (!option_has_value(option))
		return take_value(line, option, "true", err);
	if (++line->at == line->argc)
		return err_fail(err, "flag needs an argument: -%s; -%s=%s",
				option->name, option->name, option->argument);
	return take_value(line, option, line->argv[line->at], err);
}

static bool is_elf(const char *path)
{
	char magic[4] = "";
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	bool result;

	if (fd < 0)
		return false;
	result = pread(fd, magic, 4, 0) == 4 && !memcmp(magic, "\177ELF", 4);
	close(fd);
	return result;
}

/* An option behind the profiles is taken for one of them, which is said. */
static void check_source(struct options *o, const char *source)
{
	if (source[0] == '-' && source[1] && access(source, F_OK))
		buf_addf(&o->notes, "%.80s: taken for a profile; options "
			 "stand in front of them\n", source);
}

static void take_sources(struct command_line *line)
{
	struct options *o = line->o;
	int i = line->at;

	if (line->argc - i > 1 && is_elf(line->argv[i]))
		o->binary = line->argv[i++];
	o->n_sources = (size_t)(line->argc - i);
	o->sources = calloc(o->n_sources + 1, sizeof(*o->sources));
	o->has_failed = calloc(o->n_sources + 1, sizeof(*o->has_failed));
	o->has_saved = calloc(1, sizeof(*o->has_saved));
	if (!o->sources || !o->has_failed || !o->has_saved)
		die("out of memory: the command line");
	for (size_t k = 0; k < o->n_sources; k++)
		o->sources[k] = line->argv[i + (int)k];
}

/* Chooses the one of a kind that was said, if any. */
static int choose_one(struct command_line *line, enum option_kind kind,
		      struct err *err)
{
	struct buf names = BUF_INIT;
	const struct option *option;
	size_t n = 0;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option->help || option->kind != kind ||
		    !line->is_chosen[i])
			continue;
		buf_addf(&names, n++ ? " %s" : "%s", option->name);
		apply_choice(line->o, option);
	}
	if (n > 1)
		err_set(err, "conflicting options set: [%s]", buf_str(&names));
	buf_release(&names);
	return n > 1 ? -1 : 0;
}

static int choose_report(struct command_line *line, struct err *err)
{
	const struct option *chosen = NULL, *option;
	struct options *o = line->o;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option->help || !is_report(option) || !line->is_chosen[i])
			continue;
		if (chosen)
			return err_fail(err, "must set at most one output "
					"format");
		chosen = option;
	}
	if (chosen && *o->http)
		return err_fail(err, "-http is not compatible with an output "
				"format on the command line");
	if (!chosen && (o->print.csv || o->print.json))
		o->report = report_find("top");
	if (!chosen)
		return *o->output && !o->report ?
		       err_fail(err, "-output: of which report?  Add -top or "
				"another") : 0;
	if (chosen->kind == KIND_ELSEWHERE || chosen->kind == KIND_ELSEWHERE_OF)
		return err_fail(err, "-%s: %s", chosen->name, chosen->text);
	o->report = report_find(chosen->name);
	if (chosen->kind == KIND_REPORT_OF)
		o->print.symbol = line->texts[place_of(chosen)];
	return 0;
}

static int check_http(const struct options *o, struct err *err)
{
	if (*o->http)
		return err_fail(err, "-http: there is no web server; pprowl "
				"FILE shows the views in the terminal");
	if (o->no_browser)
		return err_fail(err, "-no_browser only makes sense with "
				"-http");
	return 0;
}

/*
 * -sample_index comes before the options that are a sample type, and those in
 * the order of the table, as the reference has it.
 */
static void choose_type(struct command_line *line)
{
	struct options *o = line->o;
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option->help || option->kind != KIND_TYPE ||
		    !line->is_chosen[i])
			continue;
		if (*o->sample_index)
			buf_addf(&o->notes, "Multiple value selections, "
				 "ignoring -%s\n", option->name);
		else
			o->sample_index = option->text;
		if (!strcmp(option->name, "mean_delay"))
			o->mean = true;
	}
}

static bool is_given(const char *path)
{
	return path && *path;
}

static int check_base(const struct options *o, struct err *err)
{
	if (o->demo && (is_given(o->base) || is_given(o->diff_base)))
		return err_fail(err, "-demo brings its own base");
	if (is_given(o->base) && is_given(o->diff_base))
		return err_fail(err, "-base and -diff_base flags cannot both "
				"be specified");
	if (o->normalize && !o->demo &&
	    !is_given(o->base) && !is_given(o->diff_base))
		return err_fail(err, "must have base profile to normalize by");
	return 0;
}

static int check_sources(const struct options *o, struct err *err)
{
	if (o->demo && (o->n_sources || o->base || o->diff_base))
		return err_fail(err, "-demo brings its own profiles; leave "
				"the others out, or -demo");
	if (o->is_series)
		return err_fail(err, "-series: profiles are not kept apart "
				"yet; name several to merge them, or two with "
				"-base OLD NEW");
	if (!o->demo && !o->n_sources)
		return err_fail(err, "no profile source specified; pprowl "
				"FILE, pprowl - for standard input, pprowl "
				"-demo or pprowl -help");
	return 0;
}

static bool is_fetched(const char *source)
{
	return source && fetches_has(source);
}

/* How many profiles there will be to keep is known beforehand. */
static int check_save(struct options *o, struct err *err)
{
	int n = is_fetched(o->base) + is_fetched(o->diff_base);

	for (size_t i = 0; i < o->n_sources; i++)
		n += is_fetched(o->sources[i]);
	if (*o->save && *o->save_dir)
		return err_fail(err, "-save and -save_dir exclude each other");
	if (*o->save && n > 1)
		return err_fail(err, "-save: keeps one profile, and %d are "
				"fetched; -save_dir=DIR keeps them all", n);
	if ((*o->save || *o->save_dir) && !n)
		buf_addf(&o->notes, "-save%s: nothing is fetched\n",
			 *o->save ? "" : "_dir");
	return 0;
}

static int check_tables(const struct options *o, struct err *err)
{
	if (o->print.csv && o->print.json)
		return err_fail(err, "-csv and -json exclude each other");
	return 0;
}

static int check_format(const struct options *o, struct err *err)
{
	struct buf names = BUF_INIT;

	if (!*o->format || format_find(o->format))
		return 0;
	for (size_t i = 0; format_at(i); i++)
		buf_addf(&names, " %s", format_at(i)->name);
	err_set(err, "-format=%.40s: not one of%s", o->format,
		buf_str(&names));
	buf_release(&names);
	return -1;
}

int options_check_reading(const struct options *o, struct err *err)
{
	return check_base(o, err) || check_format(o, err) ? -1 : 0;
}

/* Of conflicts the reference reports the first of these. */
static int check_options(struct command_line *line, struct err *err)
{
	struct options *o = line->o;

	if (o->help || o->version)
		return 0;
	if (check_sources(o, err) || choose_one(line, KIND_SORT, err) ||
	    choose_one(line, KIND_GRAIN, err) || choose_report(line, err) ||
	    check_http(o, err) || check_tables(o, err) || check_save(o, err))
		return -1;
	choose_type(line);
	symbolize_parse(o->symbolize, &o->notes);
	return options_check_reading(o, err);
}

int options_parse(struct options *o, int argc, char **argv, struct err *err)
{
	struct command_line line = { .o = o, .argc = argc, .argv = argv };

	for (line.at = 1; line.at < argc; line.at++) {
		const char *text = argv[line.at];

		if (text[0] != '-' || !text[1])
			break;
		if (!strcmp(text, "--")) {
			line.at++;
			break;
		}
		if (parse_option(&line, err))
			return -1;
	}
	take_sources(&line);
	for (size_t i = 0; i < o->n_sources; i++)
		check_source(o, o->sources[i]);
	return check_options(&line, err);
}

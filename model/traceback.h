/*
 * The lines of a traceback, as Go's runtime prints them from 1.5 to 1.26 (its
 * runtime/traceback.go): of panics, of SIGQUIT, of runtime.Stack, and of
 * debug=2 of the goroutine profile.
 *
 *	goroutine 18 gp=0xc0003 m=nil [chan receive, 5 minutes]:  header
 *	main.(*T[...]).wait(0xc000012345, {0x4f, 0x5})            call
 *		/src/main.go:29 +0x2c fp=0xc1 sp=0xc2 pc=0x48b121 place
 *	net/http.Serve(...)                                       inlined call
 *		/src/server.go:2942
 *	non-Go function at pc=0x48b121                            foreign
 *	...51 frames elided...                                    elided
 *	created by main.main in goroutine 1                       creator
 *		/src/main.go:56 +0x2f6
 *
 * Functions over one line without its end; what they find is borrowed from it.
 */
#ifndef MODEL_TRACEBACK_H
#define MODEL_TRACEBACK_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/strings.h"

struct traceback_header {
	int64_t id;
	struct str state;	/* "chan receive (nil chan) (scan)" */
	int64_t minutes;	/* of waiting; 0: less than one, or not said */
	bool is_locked;		/* to its thread */
	struct str bubble;	/* the number of its testing/synctest bubble */
	struct str labels;	/* "k": "v", "k": "v" */
};

/*
 * Finds where in a line a header starts: behind what a log puts in front of
 * it, if anything.  False when there is none; what starts and ends like a
 * header, or starts so and is cut, may still not be one.
 */
bool traceback_find(struct str line, size_t *start);

/* Takes a header apart, which starts the line; false when it is none. */
bool traceback_header(struct str line, struct traceback_header *header);

/*
 * Appends the state without the mark of a running garbage collector, which
 * says nothing of the goroutine.
 */
void traceback_state(struct buf *out, struct str state);

/*
 * Takes the next of a header's labels, with its escapes undone.  Returns 1, 0
 * when there is none left, -1 when what is left are no labels.
 */
int traceback_label(struct str *labels, struct buf *key, struct buf *value);

struct traceback_call {
	struct str name;	/* of the function; panic's is spelled out */
	bool has_no_arguments;	/* "(...)": inlined, if the place agrees */
};

/* A line that names a function with its arguments. */
bool traceback_call(struct str line, struct traceback_call *call);

struct traceback_place {
	struct str file;	/* "" when only the address is known */
	int64_t line;
	bool has_offset;	/* "+0x2c": of the call in its function */
	bool is_foreign;	/* not of Go: pc is that of the call itself */
	uint64_t pc;		/* where the call returns to; 0: not said */
};

/* The line under a call or a creator. */
bool traceback_place(struct str line, struct traceback_place *place);

/* The function that started the goroutine. */
bool traceback_creator(struct str line, struct str *name);

/* A frame of C of which the address alone is known. */
bool traceback_foreign(struct str line, uint64_t *pc);

/* Stands for frames that were left out. */
bool traceback_is_elided(struct str line);

/* Stands for the whole stack of a goroutine that could not be stopped. */
bool traceback_is_unavailable(struct str line);

/* From here on the stack is that of a goroutine which started this one. */
bool traceback_is_ancestor(struct str line);

/* What the runtime says between frames about a stack that is broken. */
bool traceback_is_note(struct str line);

#endif

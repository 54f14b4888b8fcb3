/*
 * How much the nodes of a graph tell, and their order by that (google/pprof,
 * internal/graph: EntropyOrder): a node scores its weight times what it would
 * take to say, in bits, by which edge a row comes in and by which it goes on.
 * One that only hands on what it is called with scores little beside one that
 * spreads it.
 */
#ifndef MODEL_ENTROPY_H
#define MODEL_ENTROPY_H

#include "model/top.h"

/* Sorts the order by the size of the score, then as top_sort does. */
void entropy_sort(struct top *top);

#endif

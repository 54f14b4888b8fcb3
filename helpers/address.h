/*
 * Which addresses are of this machine or of the nets around it.  A server out
 * there that sends us on to one of those wants to see what we can see.
 */
#ifndef HELPERS_ADDRESS_H
#define HELPERS_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

/*
 * Whether it is not one of the public internet: loopback, private, link-local
 * and the like (IANA's special-purpose registries), IPv4 also when written as
 * IPv6; a socket of the file system.
 */
bool address_is_private(const struct sockaddr *address);

/*
 * Of a host as a URL has it, when it is written as a number (in any way that
 * the system takes for one) or is localhost; false for other names.
 */
bool address_host_is_private(const char *host);
bool address_host_is_loopback(const char *host);

/*
 * Whether it is a number in a net[0..n) such as 10.0.0.0/8, or that number.
 * What is behind the net must not be a digit.
 */
bool address_host_is_in(const char *host, const char *net, size_t n);

#endif

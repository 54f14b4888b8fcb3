/*
 * Which proxy the environment asks for, as Go programs read it: that of
 * HTTP_PROXY, else http_proxy, or HTTPS_PROXY, else https_proxy, unless
 * NO_PROXY, else no_proxy, has the host; none for this machine itself.  It is
 * decided here, and libcurl told, so that it is known whether an address is the
 * server's or a proxy's.
 */
#ifndef HELPERS_PROXY_H
#define HELPERS_PROXY_H

/* The proxy's URL, of the environment; NULL: none. */
const char *proxy_find(const char *scheme, const char *host, const char *port);

#endif

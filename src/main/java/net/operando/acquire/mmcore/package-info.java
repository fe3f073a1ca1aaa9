/**
 * Micro-Manager's core as a microscope: the only package that sees {@code mmcorej}. Uses no method that was removed from the core
 * after 10.1, keeps no callback, and asks for sequences that stop on overflow.
 */
package net.operando.acquire.mmcore;

/**
 * Micro-Manager's hardware configuration files (.cfg), read by the rules of its core: one command a line, fields between
 * commas, executed from the first line to the last. After {@code CMMCore::loadSystemConfiguration} of MMCore 10 to 12.
 */
package net.operando.acquire.mmconfig;

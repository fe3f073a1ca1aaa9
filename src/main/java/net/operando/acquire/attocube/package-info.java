/**
 * Attocube's stage controllers, which Micro-Manager has no adapters for: AMC over JSON-RPC 2.0 on TCP port 9090, ECC100 through the
 * maker's own library. Positions are nm in both.
 */
package net.operando.acquire.attocube;

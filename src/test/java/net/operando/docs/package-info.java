/** Documents that are made from the code, and the tests that they agree with it. */
package net.operando.docs;

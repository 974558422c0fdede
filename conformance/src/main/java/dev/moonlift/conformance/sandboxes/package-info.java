/** Making very many sandboxes in one process: what it costs, and that nothing of them is left. */
package dev.moonlift.conformance.sandboxes;

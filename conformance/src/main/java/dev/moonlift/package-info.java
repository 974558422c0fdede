/** What suites need of sandboxes beyond the public API, in the package that alone can reach it. */
package dev.moonlift;

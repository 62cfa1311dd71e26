package de.gremienlauf.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A repository whose aggregates are read once in a transaction: who asks again gets the same object, until the repository
 * writes, or any such repository locks something and what others have done may show. For aggregates that nobody writes
 * but their repository. A query that is written out is read once if it is called {@code find…}; it asks for this table
 * only.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnce {
}

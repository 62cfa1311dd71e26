'use strict';

/** Whether the element is of one of the given types or inherits from it. */
function isAny(element, types) {
  return types.some(type => element.$instanceOf(type));
}

/** Whether a text is missing or consists of white space. */
function isBlank(text) {
  return !text || !text.trim();
}

/** A rule over all elements of the given types; `problems` returns what is wrong with one of them, as sentences. */
function rule(types, problems) {
  return () => ({
    check(element, reporter) {
      if (isAny(element, types)) {
        problems(element).forEach(problem => reporter.report(element.id, problem));
      }
    }
  });
}

module.exports = { isAny, isBlank, rule };

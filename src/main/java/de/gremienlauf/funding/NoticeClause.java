package de.gremienlauf.funding;

import org.springframework.data.relational.core.mapping.Table;

/**
 * What a notice says otherwise than the rules of its programme.
 *
 * @param ruleKey the key of the rule, see {@link RuleKey}
 * @param ruleValue its value for this project
 * @param printedText where the notice says so, e.g. "Nr. 6.2 des Bescheids"; may be null
 */
@Table("notice_clause")
public record NoticeClause(String ruleKey, String ruleValue, String printedText) {
}

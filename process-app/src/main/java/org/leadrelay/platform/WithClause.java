package org.leadrelay.platform;

/** SQL builder of a {@code WITH} clause: common table expressions that are numbered as they come. */
public final class WithClause {

    private final String prefix;
    private final StringBuilder sql = new StringBuilder();
    private int size;

    /**
     * @param prefix of their names, which their numbers follow, from 0
     */
    public WithClause(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Adds one.
     *
     * @return its name
     */
    public String add(String statement) {
        String name = prefix + size;
        sql.append(size == 0 ? "with " : ",\n")
                .append(name)
                .append(" as (")
                .append(statement.strip())
                .append(')');
        size++;
        return name;
    }

    /** The statement with the clause before it; alone when nothing was added. */
    public String before(String statement) {
        return size == 0 ? statement : sql + "\n" + statement;
    }
}

package org.leadrelay.process.redesign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.leadrelay.redesign.RunningLeads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adapter that counts the engine's executions: each is read in one grouped statement, from all versions at once. */
@Component
class RunningLeadsAdapter implements RunningLeads {

    /** Active executions are those that stand somewhere; a lead that stands twice at one element counts once. */
    private static final String STANDING = """
        select d.key_ as model, d.version_ as version, d.deployment_id_ as deployment, s.act_id_ as element,
            count(*) as leads
        from (select distinct proc_def_id_, act_id_, proc_inst_id_ from act_ru_execution
            where is_active_ and act_id_ is not null) s
        join act_re_procdef d on d.id_ = s.proc_def_id_
        group by d.key_, d.version_, d.deployment_id_, s.act_id_
        """;

    /**
     * A lead that has not called a model yet calls the version that came with its own. Versions are few and executions many: the distinct ones are read by
     * a skip scan of the executions' index, a probe for each, whatever the planner thinks of the table.
     */
    static final String DEFINITIONS = """
        with recursive used (id) as (
            (select proc_def_id_ from act_ru_execution order by proc_def_id_ limit 1)
            union all
            select (select e.proc_def_id_ from act_ru_execution e where e.proc_def_id_ > used.id order by e.proc_def_id_ limit 1)
            from used where used.id is not null)
        select id_ from act_re_procdef where deployment_id_ in (
            select d.deployment_id_ from act_re_procdef d join used on d.id_ = used.id)
        order by id_
        """;

    private static final String BEGUN = """
        select d.deployment_id_ as deployment, sum(e.leads) as leads
        from (select proc_def_id_, count(*) as leads from act_ru_execution
            where parent_id_ is null and super_exec_ is null group by proc_def_id_) e
        join act_re_procdef d on d.id_ = e.proc_def_id_
        group by d.deployment_id_
        """;

    private static final String FILES = """
        select f.deployment, f.id, f.version, encode(sha256(b.bytes_), 'hex') as hash
        from (select deployment_id_ as deployment, key_ as id, version_ as version, resource_name_ as name
            from act_re_procdef where deployment_id_ = any(?)
            union all
            select deployment_id_, key_, version_, resource_name_ from act_re_decision_def
            where deployment_id_ = any(?)) f
        join act_ge_bytearray b on b.deployment_id_ = f.deployment and b.name_ = f.name
        """;

    private static final String AT = """
        select distinct p.business_key_ from act_ru_execution e
        join act_re_procdef d on d.id_ = e.proc_def_id_
        join act_ru_execution p on p.id_ = e.proc_inst_id_
        where d.key_ = ? and e.act_id_ = ? and e.is_active_ and length(p.business_key_) = 36
        """;

    private final JdbcClient jdbc;
    private final Map<String, List<DeployedFile>> known = new ConcurrentHashMap<>();

    RunningLeadsAdapter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Standing> standing() {
        return jdbc.sql(STANDING).query(Standing.class).list();
    }

    @Override
    public List<String> definitions() {
        return jdbc.sql(DEFINITIONS).query(String.class).list();
    }

    @Override
    public List<Begun> begun() {
        return jdbc.sql(BEGUN).query(Begun.class).list();
    }

    /** A deployment never changes: its files are hashed once. One that was deleted is forgotten. */
    @Override
    public List<DeployedFile> files() {
        Set<String> all =
                new TreeSet<>(jdbc.sql("select deployment_id_ from act_re_procdef union select deployment_id_ from"
                                + " act_re_decision_def")
                        .query(String.class)
                        .list());
        String[] unread = all.stream().filter(each -> !known.containsKey(each)).toArray(String[]::new);
        if (unread.length > 0) {
            known.putAll(jdbc.sql(FILES).param(unread).param(unread).query(DeployedFile.class).list().stream()
                    .collect(Collectors.groupingBy(DeployedFile::deployment)));
        }
        known.keySet().retainAll(all);
        List<DeployedFile> files = new ArrayList<>();
        known.values().forEach(files::addAll);
        return files;
    }

    @Override
    public List<UUID> at(String model, String element) {
        return jdbc.sql(AT).params(model, element).query(String.class).list().stream()
                .map(UUID::fromString)
                .toList();
    }
}

package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/** Validation of a whole release against the {@link Rule rules}. Changes nothing, fetches nothing. */
@Service
public class Gate {

    private static final List<Check> CHECKS = List.of(
            new AllowListCheck(),
            new ExpressionCheck(),
            new ProcessCheck(),
            new StartEndCheck(),
            new StageCheck(),
            new StepCheck(),
            new TaskCheck(),
            new FormCheck(),
            new TimerCheck(),
            new CallCheck(),
            new GatewayCheck(),
            new DataFlowCheck(),
            new FlowGraphCheck(),
            new TableCheck(),
            new TouchCheck(),
            new ReleaseCompletenessCheck(),
            new WordsCheck(),
            new TableWordsCheck());

    private static final Pattern COPY = Pattern.compile("\\s*\\(\\d+\\)$");
    private static final Pattern WORDS = Pattern.compile("(?<model>[a-z0-9-]{1,100})_(?<language>[a-z]{2})");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][\\w.-]{0,99}");

    private final SurroundingsReader surroundings;
    private final EngineParser engine;

    Gate(SurroundingsReader surroundings, EngineParser engine) {
        this.surroundings = surroundings;
        this.engine = engine;
    }

    /**
     * Files as they were sent, as far as they can be told.
     *
     * @param findings of those that are none, or hold what none may hold
     */
    public record Reading(List<ModelFile> files, List<Finding> findings) {

        public Reading {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param files all files of the release
     * @return refusals first, then by file and element; empty when all is well
     */
    public List<Finding> check(List<ModelFile> files) {
        Findings findings = new Findings();
        ModelSet models = ModelSet.read(files, findings);
        if (!findings.sorted().isEmpty()) {
            return findings.sorted(); // what cannot be read would be missing everywhere
        }
        Surroundings known = surroundings.read();
        CHECKS.forEach(check -> check.check(models, known, findings));
        for (ProcessModel model : models.processes()) {
            if (!findings.refuses(model.name())) {
                parse(model, findings);
            }
        }
        return findings.sorted();
    }

    private void parse(ProcessModel model, Findings findings) {
        for (EngineParser.Problem problem : engine.problems(model.file())) {
            String element = problem.element() != null && model.byId(problem.element()) != null
                    ? problem.element()
                    : model.elementAt(problem.line());
            findings.add(
                    problem.warning() ? Rule.ENGINE_WARNING : Rule.ENGINE,
                    model.name(),
                    element,
                    problem.line(),
                    problem.message());
        }
    }

    /**
     * Tells what a file is, by its content and not by its name.
     *
     * @param name as it was uploaded: {@code lead-journey (2).bpmn}
     * @throws Invalid when it is none of the kinds, too large, or cannot be read; with findings in words
     */
    public ModelFile identify(String name, byte[] content) {
        try {
            return tell(name, content);
        } catch (UnreadableFile unreadable) {
            throw Invalid.field(
                    name.isBlank() ? "file" : name, unreadable.finding().message(Wording.language()));
        }
    }

    /** Tells what files are, and what is wrong with those that are none. */
    public Reading read(Map<String, byte[]> sent) {
        Findings findings = new Findings();
        long bytes = sent.values().stream().mapToLong(content -> content.length).sum();
        if (sent.size() > SafeXmlParser.MOST_FILES) {
            findings.add(Rule.REQUEST_FILES, "", null, sent.size(), SafeXmlParser.MOST_FILES);
        } else if (bytes > SafeXmlParser.LARGEST_REQUEST) {
            findings.add(Rule.REQUEST_SIZE, "", null, SafeXmlParser.LARGEST_REQUEST);
        } else {
            List<ModelFile> files = new ArrayList<>();
            sent.forEach((name, content) -> {
                try {
                    files.add(tell(name, content));
                } catch (UnreadableFile unreadable) {
                    findings.add(unreadable.finding());
                }
            });
            return new Reading(files, findings.sorted());
        }
        return new Reading(List.of(), findings.sorted());
    }

    private static ModelFile tell(String uploaded, byte[] content) {
        String name = uploaded.substring(Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\')) + 1)
                .strip();
        if (name.endsWith(FileKind.WORDS.ending())) {
            return words(name, content);
        }
        boolean named = name.endsWith(FileKind.PROCESS.ending()) || name.endsWith(FileKind.DECISION.ending());
        Node root = root(name, content, named);
        FileKind kind = root.is("definitions") ? kind(root) : null;
        if (kind == null) {
            throw unreadable(
                    named ? Rule.FILE_ROOT : Rule.FILE_KIND,
                    name,
                    String.valueOf(root.line()),
                    "{" + root.uri() + "}" + root.name());
        }
        Node whole = root.child(kind == FileKind.PROCESS ? "process" : "decision");
        if (whole == null) {
            throw unreadable(kind == FileKind.PROCESS ? Rule.PROCESS_ONE : Rule.TABLE_ONE, name, "0");
        }
        String id = whole.value("id");
        if (!ID.matcher(id).matches()) {
            throw unreadable(kind == FileKind.PROCESS ? Rule.PROCESS_ID : Rule.TABLE_ID, name, id);
        }
        return new ModelFile(id, kind, id + kind.ending(), content);
    }

    /** What is called otherwise and cannot be read was never meant as a model. */
    private static Node root(String name, byte[] content, boolean named) {
        try {
            return SafeXmlParser.readAny(name, content);
        } catch (UnreadableFile unreadable) {
            if (named || !unreadable.finding().rule().equals(Rule.FILE_MALFORMED.code())) {
                throw unreadable;
            }
            throw unreadable(Rule.FILE_KIND, name, "1", name);
        }
    }

    private static @Nullable FileKind kind(Node root) {
        return switch (root.uri()) {
            case Namespaces.BPMN -> FileKind.PROCESS;
            case Namespaces.DMN -> FileKind.DECISION;
            default -> null;
        };
    }

    private static ModelFile words(String name, byte[] content) {
        String id = COPY.matcher(name.substring(
                        0, name.length() - FileKind.WORDS.ending().length()))
                .replaceFirst("");
        Matcher words = WORDS.matcher(id);
        if (!words.matches()) {
            throw unreadable(Rule.FILE_KIND, name, "1", name);
        }
        ModelFile file = new ModelFile(id, FileKind.WORDS, id + FileKind.WORDS.ending(), content);
        WordsModel.read(file);
        return file;
    }

    private static UnreadableFile unreadable(Rule rule, String name, String... arguments) {
        return new UnreadableFile(new Finding(rule.severity(), rule.code(), name, null, List.of(arguments)));
    }
}

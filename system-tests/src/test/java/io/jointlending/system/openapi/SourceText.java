package io.jointlending.system.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The Javadoc of the contracts, read with the compiler of the JDK. Keys are {@code Type}, {@code Type#component} and
 * {@code Type.method}, with the simple name of the type.
 *
 * @param texts by key
 */
record SourceText(Map<String, Text> texts) {
    /**
     * A comment.
     *
     * @param summary first sentence
     * @param all everything before the block tags
     */
    record Text(String summary, String all) {}

    /** What the comments under this folder say. */
    static SourceText read(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Text> texts = new HashMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder)) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Comments(trees, texts).scan(unit, "");
            }
        }
        return new SourceText(texts);
    }

    /** The comment of this key, if there is one. */
    @Nullable
    Text find(String key) {
        return texts.get(key);
    }

    private static String plain(List<? extends DocTree> parts) {
        return parts.stream()
                .map(SourceText::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        }
        if (part instanceof LinkTree link) {
            String label = plain(link.getLabel());
            String reference = link.getReference().getSignature();
            return label.isEmpty()
                    ? reference.substring(reference.lastIndexOf('.') + 1).replaceFirst("^#", "")
                    : label;
        }
        return part.getKind() == DocTree.Kind.START_ELEMENT ? " " : "";
    }

    /** Walks through a file; the argument is the simple name of the enclosing type. */
    private static final class Comments extends TreePathScanner<@Nullable Void, String> {
        private final DocTrees trees;
        private final Map<String, Text> texts;

        Comments(DocTrees trees, Map<String, Text> texts) {
            this.trees = trees;
            this.texts = texts;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            String name = type.getSimpleName().toString();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(name, comment);
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                        String text = plain(parameter.getDescription());
                        texts.put(name + "#" + parameter.getName().getName(), new Text(text, text));
                    }
                }
            }
            return super.visitClass(type, name);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String type) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(type + "." + method.getName(), comment);
            }
            return super.visitMethod(method, type);
        }

        private void keep(String key, DocCommentTree comment) {
            String all = plain(comment.getFullBody());
            // not getFirstSentence, which asks the locale of the machine where a sentence ends
            texts.put(key, new Text(all.split("(?<=[.!?]) ", 2)[0], all));
        }
    }
}

package dev.migrate.model.hibernate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.relational.ContributableDatabaseObject;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.internal.ExceptionHandlerHaltImpl;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jspecify.annotations.Nullable;

/** The statements with which Hibernate creates a schema. */
final class CreateScript implements ScriptTargetOutput {

    /** What Hibernate puts behind each statement, where nobody tells it otherwise. */
    private static final String DELIMITER = ";";

    private final List<String> statements = new ArrayList<>();

    private CreateScript() {}

    /** All statements but those that create schemas or views. */
    static List<String> of(BuiltMetadata built) {
        CreateScript script = new CreateScript();
        built.registry()
                .requireService(SchemaManagementTool.class)
                .getSchemaCreator(built.settings())
                .doCreation(
                        built.metadata(),
                        new Options(built.settings()),
                        CreateScript::isCreated,
                        new FromMetadata(),
                        new Into(script));
        return script.statements;
    }

    private static boolean isCreated(ContributableDatabaseObject object) {
        return !(object instanceof Table table && table.isView());
    }

    @Override
    public void prepare() {
        statements.clear();
    }

    @Override
    public void accept(String statement) {
        String plain = statement.strip();
        statements.add(
                plain.endsWith(DELIMITER)
                        ? plain.substring(0, plain.length() - 1).strip()
                        : plain);
    }

    @Override
    public void release() {}

    private record Options(Map<String, Object> settings) implements ExecutionOptions {
        @Override
        public Map<String, Object> getConfigurationValues() {
            return settings;
        }

        @Override
        public boolean shouldManageNamespaces() {
            return false;
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return ExceptionHandlerHaltImpl.INSTANCE;
        }
    }

    private record FromMetadata() implements SourceDescriptor {
        @Override
        public SourceType getSourceType() {
            return SourceType.METADATA;
        }

        @Override
        public @Nullable ScriptSourceInput getScriptSourceInput() {
            return null;
        }
    }

    private record Into(ScriptTargetOutput script) implements TargetDescriptor {
        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.SCRIPT);
        }

        @Override
        public ScriptTargetOutput getScriptTargetOutput() {
            return script;
        }
    }
}

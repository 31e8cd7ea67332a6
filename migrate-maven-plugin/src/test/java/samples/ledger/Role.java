package samples.ledger;

public enum Role {
    CLERK,
    MANAGER
}

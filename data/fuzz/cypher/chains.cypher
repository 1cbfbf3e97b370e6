RETURN 1 + 2 + 3 + 4 - 5 - 6, a AND b AND c AND d, a OR b OR c, a XOR b XOR c, 2 ^ 3 ^ 4, NOT NOT NOT a, - - + 1
